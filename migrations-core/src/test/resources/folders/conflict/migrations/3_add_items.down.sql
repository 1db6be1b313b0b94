select '3_add_items.down.sql';
