-- case: three columns
create index concurrently orders_idx on orders (customer_id, state, placed_at) include (id);
-- case: unique
create unique index concurrently orders_idx on orders (a, b, c, d);
-- case: columns of a GIN index are all alike
create index concurrently orders_idx on orders using gin (a, b, c, d);
