-- case: with its schema
create table app.users (id bigint);
alter table app.users add column name text;
-- case: temporary tables have one of their own
create temporary table work (id bigint);
-- case: rows
insert into users (id) values (1);
