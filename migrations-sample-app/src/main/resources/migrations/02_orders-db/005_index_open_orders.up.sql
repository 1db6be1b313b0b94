-- Few orders are open at a time: a partial index stays small, however many have been sent.
create index concurrently orders_open_placed_at_idx on orders (placed_at) where status = 'open';
