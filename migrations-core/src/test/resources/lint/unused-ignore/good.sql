-- case: there is something to ignore
-- migrations: lint-ignore=ban-drop-column because the column was never used
alter table users drop column name;
-- case: said of one statement
alter table users add column a text;
-- migrations: lint-ignore=ban-drop-column because no running version knows users.b
alter table users drop column b;
-- case: inside the statement
alter table users add column c text;
alter table users
  -- migrations: lint-ignore=ban-drop-column because no running version knows users.b
  drop column b;
