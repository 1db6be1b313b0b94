-- case: an index
drop index users_email_idx;
-- case: several, one with a schema
drop index if exists app."Users_idx", orders_idx;
-- case: its table is known
create table users (id bigint primary key, email text);
create index users_email_idx on users (email);
-- next file
drop index users_email_idx;
-- case: with what needs it
drop index users_email_key cascade;
-- case: of a partitioned table
create table orders (id bigint) partition by range (id);
create index orders_id_idx on orders (id);
-- next file
drop index orders_id_idx;
