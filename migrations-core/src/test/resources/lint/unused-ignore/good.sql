-- case: there is something to ignore
-- migrations: lint-ignore=ban-drop-column because the column was never used
alter table users drop column name;
