-- case: in a new table
create table orders (id bigserial primary key, "No" serial8);
-- case: a column for a table in use
alter table app.orders add column number bigserial;
