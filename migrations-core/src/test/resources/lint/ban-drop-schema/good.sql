-- case: a table in it
-- migrations: lint-ignore=ban-drop-table because no running version knows app.users
drop table app.users;
-- case: a new one
create schema app;
