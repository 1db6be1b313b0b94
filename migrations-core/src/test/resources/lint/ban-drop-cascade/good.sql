-- case: without it
drop view v;
drop type mood restrict;
alter table users drop constraint users_pkey;
-- case: of what is made in the same file
create table scratch (id bigint);
drop table scratch cascade;
-- case: a schema has a rule of its own
-- migrations: lint-ignore=ban-drop-schema because nobody uses it
drop schema app cascade;
