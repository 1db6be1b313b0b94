-- case: a table
alter table users rename to accounts;
-- case: in a schema, with quotes
alter table app.users rename to "Accounts";
-- case: to another schema
alter table users set schema archive;
