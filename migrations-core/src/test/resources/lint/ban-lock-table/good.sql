-- case: modes that let everybody work
lock table users in row exclusive mode;
lock table users in share update exclusive mode;
-- case: a new table
create table users (id bigint);
lock table users in access exclusive mode;
