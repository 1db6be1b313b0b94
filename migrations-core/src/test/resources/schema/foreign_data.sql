create extension postgres_fdw;
create foreign data wrapper bare;
create server remote type 'shop' version '1' foreign data wrapper postgres_fdw options (host 'there', dbname 'shop');
create user mapping for snapshot_app server remote options (user 'app', password 'secret');
create foreign table orders (id int options (column_name 'order_id'), note text) server remote options (table_name 'o');
-- = again
create extension postgres_fdw;
create server remote type 'shop' version '1' foreign data wrapper postgres_fdw options (host 'there', dbname 'shop');
create foreign table orders (id int, note text) server remote options (table_name 'o');
alter foreign table orders alter id options (add column_name 'order_id');
create user mapping for snapshot_app server remote options (user 'app', password 'secret');
create foreign data wrapper bare;
-- = wrapper_option
alter foreign data wrapper bare options (add debug 'on');
-- = wrapper_handler
alter foreign data wrapper bare handler postgres_fdw_handler;
-- = wrapper_validator
alter foreign data wrapper bare validator postgres_fdw_validator;
-- = wrapper_comment
comment on foreign data wrapper bare is 'does nothing';
-- = wrapper_grants
grant usage on foreign data wrapper bare to snapshot_app;
-- = server_option
alter server remote options (set host 'elsewhere');
-- = server_version
alter server remote version '2';
-- = server_owner
grant usage on foreign data wrapper postgres_fdw to snapshot_app;
alter server remote owner to snapshot_app;
-- = server_comment
comment on server remote is 'the shop';
-- = server_grants
grant usage on foreign server remote to snapshot_app with grant option;
-- = mapping_option
alter user mapping for snapshot_app server remote options (set user 'other');
-- = public_mapping
create user mapping for public server remote options (user 'guest');
-- = mapping_gone
drop user mapping for snapshot_app server remote;
-- = table_option
alter foreign table orders options (set table_name 'p');
-- = column_option
alter foreign table orders alter id options (set column_name 'id');
-- = column_default
alter foreign table orders alter note set default 'x';
-- = not_null
alter foreign table orders alter note set not null;
-- = check
alter foreign table orders add constraint id_set check (id > 0);
-- = table_owner
alter foreign table orders owner to snapshot_app;
-- = table_comment
comment on foreign table orders is 'of the shop';
-- = table_grants
grant select on orders to snapshot_app;
-- = column_comment
comment on column orders.id is 'there';
