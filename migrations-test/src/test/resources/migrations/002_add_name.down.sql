drop view if exists user_names;
alter table users drop name;
