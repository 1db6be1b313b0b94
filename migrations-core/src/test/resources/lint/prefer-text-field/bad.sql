-- case: in a new table
create table users (id bigint, name varchar(80) not null, "Nick" character varying(20));
-- case: a new column
alter table app.users add column name varchar(80);
-- case: another type
alter table users alter column name type varchar(40);
-- case: an array
create table users (names varchar(80)[]);
