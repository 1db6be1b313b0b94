alter table users drop name;
