-- case: in a new table
create table orders (id bigint, "Quantity" integer not null check ("Quantity" > 0), parts int[]);
-- case: a new column
alter table app.orders add column if not exists quantity int4 default 1;
-- case: another type
alter table orders alter column quantity type int;
-- case: serial
create table orders (id serial primary key);
-- case: a serial column for a table in use
alter table app.orders add column number serial;
