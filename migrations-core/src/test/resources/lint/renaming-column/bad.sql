-- case: whose type is known
create table users (id bigint, name varchar(80));
-- next file
alter table users rename column name to full_name;
-- case: whose type is not
alter table app.users rename "Name" to full_name;
