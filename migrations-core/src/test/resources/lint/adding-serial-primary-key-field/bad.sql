-- case: over a column
alter table users add primary key (id);
-- case: over two columns, with a name
alter table app.orders add constraint orders_key primary key (tenant_id, "Number") include (total);
-- case: NOT NULL can be added NOT VALID
-- server: 18
alter table users add primary key (id);
-- case: a new column that is numbered
alter table users add column id bigserial primary key;
-- case: a new identity column
-- server: 18
alter table users add column id bigint generated always as identity primary key;
-- case: a new column with a default
alter table users add column id uuid default gen_random_uuid() primary key;
-- case: with a range
-- server: 18
alter table bookings add primary key (room, during without overlaps);
