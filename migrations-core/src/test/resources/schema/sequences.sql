create table orders (id bigint, number int);
create sequence counter;
create sequence down increment -1;
-- = again
create sequence down increment -1;
create sequence counter as bigint start 1 increment 1 minvalue 1 no maxvalue cache 1 no cycle;
create table orders (id bigint, number int);
-- = type
alter sequence counter as integer;
-- = start
alter sequence counter start 5;
-- = increment
alter sequence counter increment 2;
-- = minimum
alter sequence counter minvalue 0;
-- = maximum
alter sequence counter maxvalue 1000;
-- = cache
alter sequence counter cache 20;
-- = cycle
alter sequence counter cycle;
-- = owned
alter sequence counter owned by orders.id;
-- = owned_by_another
alter sequence counter owned by orders.number;
-- = down_minimum
alter sequence down minvalue -100;
-- = unlogged since 15
alter sequence counter set unlogged;
-- = owner
alter sequence counter owner to snapshot_app;
-- = comment
comment on sequence counter is 'of orders';
-- = grants
grant usage, select on sequence counter to snapshot_app;
-- = grant_option
grant usage on sequence counter to snapshot_app with grant option;
-- = renamed
alter sequence counter rename to numbers;
-- = serial
create table bills (id serial);
