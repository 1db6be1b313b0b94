select '003-add-orders.sql';
