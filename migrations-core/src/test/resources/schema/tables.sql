create type row_type as (id int, note text);
create table orders (id int primary key, note text);
create table typed of row_type;
-- = again
create table orders (id int primary key, note text);
create type row_type as (id int, note text);
create table typed of row_type;
-- = unlogged
alter table orders set unlogged;
-- = of_type
alter table typed not of;
-- = fillfactor
alter table orders set (fillfactor = 70);
-- = two_options
alter table orders set (fillfactor = 70, autovacuum_enabled = off);
-- = toast_option
alter table orders set (toast.autovacuum_enabled = off);
-- = row_security
alter table orders enable row level security;
-- = forced_row_security
alter table orders force row level security;
-- = both_row_securities
alter table orders enable row level security, force row level security;
-- = replica_identity_full
alter table orders replica identity full;
-- = replica_identity_nothing
alter table orders replica identity nothing;
-- = replica_identity_index
alter table orders replica identity using index orders_pkey;
-- = clustered
alter table orders cluster on orders_pkey;
-- = owner
alter table orders owner to snapshot_app;
-- = comment
comment on table orders is 'of customers';
-- = grants
grant select, insert on orders to snapshot_app;
-- = grant_option
grant select on orders to snapshot_app with grant option;
-- = some_with_grant_option
grant select, insert on orders to snapshot_app;
grant select on orders to snapshot_app with grant option;
-- = granted_by_another
grant select on orders to snapshot_app with grant option;
set role snapshot_app;
grant select on orders to snapshot_reader;
reset role;
-- = granted_by_owner
grant select on orders to snapshot_app with grant option;
grant select on orders to snapshot_reader;
-- = public_grant
grant select on orders to public;
-- = all_grants
grant all on orders to snapshot_app;
-- = owner_revoked
revoke truncate on orders from current_user;
-- = maintain since 17
grant maintain on orders to snapshot_app;
-- = schema
create schema other;
alter table orders set schema other;
-- = quoted_name
alter table orders rename to "Orders of ""us""";
