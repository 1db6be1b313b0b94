drop trigger users_keep_full_name on users;
drop function users_keep_full_name();
alter table users drop column full_name;
