select '3_add_items.up.sql';
