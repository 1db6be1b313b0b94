-- case: two columns
alter table users alter column name type text, alter column age set not null;
-- case: two statements
alter table users alter column name type text;
alter table users alter column name set not null;
-- case: a new table
create table users (name varchar(40));
alter table users alter column name type varchar(80), alter column name set not null;
