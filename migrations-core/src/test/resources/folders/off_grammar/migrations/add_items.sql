select 'add_items.sql';
