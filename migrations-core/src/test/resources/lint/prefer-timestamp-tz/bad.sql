-- case: in a new table
create table orders (placed_at timestamp not null default now(), "Paid" timestamp(3) without time zone);
-- case: a new column
alter table app.orders add column placed_at timestamp;
-- case: another type
alter table orders alter column placed_at type timestamp;
-- case: an array
create table orders (times timestamp[]);
