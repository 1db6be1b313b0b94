-- case: of a table that is made in the same file
create table users (id bigint, a text);
alter table users drop column a;
-- case: a constraint is no column
alter table users drop constraint users_email_key;
-- case: told to ignore it
-- migrations: lint-ignore=ban-drop-column
alter table users drop column legacy_name;
