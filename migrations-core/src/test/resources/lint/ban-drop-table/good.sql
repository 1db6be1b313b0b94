-- case: made in the same file
create table scratch (id bigint);
drop table scratch;
-- case: temporary
create temp table scratch (id bigint);
drop table scratch;
-- case: not a table
drop view users;
-- case: told to ignore it
-- migrations: lint-ignore=ban-drop-table because no running version knows users
drop table users;
