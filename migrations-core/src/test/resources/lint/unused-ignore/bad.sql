-- case: there is nothing to ignore
-- migrations: lint-ignore=ban-drop-column because the column was never used
alter table users add column name text;
-- case: there is no such rule
-- migrations: lint-ignore=ban-drop-colum because the column was never used
alter table users drop column name;
