-- case: a column
alter table users drop column legacy_name;
-- case: several, one of them quoted
alter table if exists app.users drop column if exists "Old", drop old_2 cascade;
-- case: another statement than the one that may
alter table users add column a text;
-- migrations: lint-ignore=ban-drop-column because no running version knows users.b
alter table users drop column b;
alter table users drop column c;
