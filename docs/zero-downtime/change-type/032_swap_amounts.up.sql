-- One transaction: whoever reads "amount" finds one, before and after.
-- migrations: requires-backfill=031
drop trigger orders_keep_big_amount on orders;
drop function orders_keep_big_amount();
alter table orders rename column amount to amount_small;
alter table orders rename column amount_big to amount;
