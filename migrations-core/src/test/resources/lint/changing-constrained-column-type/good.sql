-- case: no check
create table users (name varchar(40) unique);
-- next file
alter table users alter column name type varchar(80);
-- case: a check of another column
create table users (name varchar(40), nick varchar(40) check (nick <> ''));
-- next file
alter table users alter column name type varchar(80);
-- case: a check that is not valid yet
create table users (name varchar(40));
-- next file
alter table users add constraint given check (name <> '') not valid;
-- next file
alter table users alter column name type varchar(80);
-- case: a check that is made anew
create table users (name varchar(40), constraint given check (name <> ''));
-- next file
alter table users drop constraint given, alter column name type varchar(80), add constraint given check (name <> '') not valid;
-- case: a new table
create table users (name varchar(40) check (name <> ''));
alter table users alter column name type varchar(80);
