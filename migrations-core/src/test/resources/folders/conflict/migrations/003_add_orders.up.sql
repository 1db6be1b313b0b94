select '003_add_orders.up.sql';
