-- case: with a reason
-- migrations: lint-ignore=ban-drop-column because no running version knows users.name
alter table users drop column name;
