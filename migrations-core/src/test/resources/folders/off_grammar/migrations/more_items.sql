select 'more_items.sql';
