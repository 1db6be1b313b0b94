-- case: a table
drop table accounts;
-- case: to another schema
create schema if not exists archive;
