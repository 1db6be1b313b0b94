-- case: a new table
create table users (id bigint);
-- case: a table that is there
alter table "Users" add column id bigint;
-- case: several, one of them with its schema
-- migrations: lint-ignore=ban-drop-table because nobody knows them
drop table app.a, b;
