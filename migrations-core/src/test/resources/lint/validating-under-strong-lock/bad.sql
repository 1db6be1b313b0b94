-- case: a column was added before
alter table orders add column note text;
alter table orders validate constraint orders_account_fk;
-- case: in one statement
alter table orders validate constraint orders_account_fk, alter column note set default '';
-- case: an index was built before, in a transaction of the script
begin;
create index on app.orders (account_id);
alter table app.orders validate constraint "Positive";
commit;
-- case: a foreign key to it was added before
alter table items add constraint items_order_fk foreign key (order_id) references orders (id) not valid;
alter table orders validate constraint orders_account_fk;
-- case: locked before
lock table orders in exclusive mode;
alter table orders validate constraint orders_account_fk;
