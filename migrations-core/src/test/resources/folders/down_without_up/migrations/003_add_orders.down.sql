select '003_add_orders.down.sql';
