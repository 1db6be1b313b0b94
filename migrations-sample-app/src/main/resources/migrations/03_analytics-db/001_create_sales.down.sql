-- The repeatable view reads this table.
drop view if exists sales_summary;
drop table sales;
