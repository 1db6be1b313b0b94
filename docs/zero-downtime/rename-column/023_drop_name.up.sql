-- Deploy 4.
alter table users drop column name;
