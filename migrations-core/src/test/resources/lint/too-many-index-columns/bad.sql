-- case: four columns
create index concurrently orders_idx on orders (customer_id, state, placed_at desc, lower(note)) include (id) where state <> 'paid';
-- case: a B-tree by name
create index concurrently on app.orders using btree (a, b, c, d, e);
