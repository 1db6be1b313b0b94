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
