-- Built while the shop goes on selling; PostgreSQL refuses it inside a transaction, so it has a file of its own.
create index concurrently products_active_name_idx on products (name) where active;
