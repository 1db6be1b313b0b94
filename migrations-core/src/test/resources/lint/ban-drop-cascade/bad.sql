-- case: a table
drop table if exists app.users, "Old" cascade;
-- case: a type takes columns with it
drop type mood cascade;
-- case: a function, with its arguments
drop function if exists f(int, text), g() cascade;
-- case: an index
drop index users_email_idx cascade;
-- case: a view, a sequence, a trigger
drop view v cascade;
drop sequence s cascade;
drop trigger t on app.users cascade;
-- case: a column
alter table users drop column if exists email cascade;
-- case: a constraint
alter table users drop constraint users_pkey cascade;
