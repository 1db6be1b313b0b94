-- Stands alone, outside any transaction; if it is interrupted, the invalid index is dropped and built again.
create index concurrently orders_user_idx on orders (user_id);
