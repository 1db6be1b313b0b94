create schema shop;
alter default privileges in schema shop grant select on tables to snapshot_reader;
-- = again
create schema shop;
alter default privileges for role current_user in schema shop grant select on tables to snapshot_reader;
-- = more
alter default privileges in schema shop grant insert on tables to snapshot_reader;
-- = grant_option
alter default privileges in schema shop grant select on tables to snapshot_reader with grant option;
-- = role
alter default privileges for role snapshot_app in schema shop grant select on tables to snapshot_reader;
-- = everywhere
alter default privileges grant select on tables to snapshot_reader;
-- = sequences
alter default privileges in schema shop grant usage on sequences to snapshot_reader;
-- = functions
alter default privileges revoke execute on functions from public;
-- = types
alter default privileges grant usage on types to snapshot_reader;
-- = schemas
alter default privileges grant usage on schemas to snapshot_reader;
-- = large_objects since 18
alter default privileges grant select on large objects to snapshot_reader;
-- = gone
alter default privileges in schema shop revoke select on tables from snapshot_reader;
-- = table_made_under_them
create table shop.orders (id int);
