-- The repeatable view reads this table.
drop view if exists active_products;
drop table products;
