-- The repeatable view reads this table.
drop view if exists order_overview;
drop table order_lines;
