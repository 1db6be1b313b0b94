-- case: in a new table
create table orders (id bigint, state smallint default 0);
-- case: a new column
alter table app.orders add column state int2;
-- case: another type
alter table orders alter column state type smallint;
-- case: smallserial
create table states (id smallserial primary key);
