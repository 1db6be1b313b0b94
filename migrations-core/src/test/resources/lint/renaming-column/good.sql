-- case: a new table
create table users (id bigint, name text);
alter table users rename name to full_name;
-- case: a constraint is no column
alter table users rename constraint a to b;
