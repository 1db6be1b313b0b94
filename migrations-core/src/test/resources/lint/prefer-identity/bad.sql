-- case: in a new table
create table orders (id bigserial primary key, "No" serial8);
-- case: a column for a table in use
alter table app.orders add column number bigserial;
-- case: a column for a table that is made in the same file
create table orders (note text);
alter table orders add column id bigserial;
