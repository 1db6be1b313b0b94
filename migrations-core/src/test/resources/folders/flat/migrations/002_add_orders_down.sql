select '002_add_orders_down.sql';
