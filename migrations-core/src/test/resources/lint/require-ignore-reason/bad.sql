-- case: without a reason
-- migrations: lint-ignore=ban-drop-column
alter table users drop column name;
