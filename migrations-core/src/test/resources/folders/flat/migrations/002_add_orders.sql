select '002_add_orders.sql';
