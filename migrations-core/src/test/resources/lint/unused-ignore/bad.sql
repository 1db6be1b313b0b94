-- case: there is nothing to ignore
-- migrations: lint-ignore=ban-drop-column because the column was never used
alter table users add column name text;
-- case: there is no such rule
-- migrations: lint-ignore=ban-drop-colum because the column was never used
alter table users drop column name;
-- case: what is said of one statement holds for no other
alter table users add column a text;
-- migrations: lint-ignore=ban-drop-column because no running version knows users.a
alter table users add column b text;
-- case: it stands behind the statement that it means
alter table users drop column a;
-- migrations: lint-ignore=ban-drop-column because no running version knows users.a
