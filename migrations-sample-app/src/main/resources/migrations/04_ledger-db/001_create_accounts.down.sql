-- The repeatable view reads this table.
drop view if exists trial_balance;
drop table accounts;
