-- case: dropped and made anew
drop table if exists app.orders;
create table app.orders (
  id bigint generated always as identity,
  note text not null default 'a, b',
  constraint orders_pk primary key (id)
);
-- case: from a query
drop table orders;
create table orders as select 1 as id;
-- case: with other columns and a key of two
create table orders (tenant bigint, "No" bigint, note text, primary key (tenant, "No"));
-- next file
drop table orders;
create table orders (tenant bigint, "No" bigint, note varchar(80), status text default 'new', primary key (tenant, "No"));
-- case: without a key
drop table orders;
create table orders (note text);
