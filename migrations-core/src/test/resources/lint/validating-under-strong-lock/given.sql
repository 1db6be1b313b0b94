-- case: a column was added before
create table orders (id bigint primary key, account_id bigint);
alter table orders add constraint orders_account_fk foreign key (account_id) references accounts (id) not valid;
-- case: in one statement
alter table orders add constraint orders_account_fk foreign key (account_id) references accounts (id) not valid;
-- case: locked before
alter table orders add constraint orders_account_fk foreign key (account_id) references accounts (id) not valid;
-- case: an index was built before, in a transaction of the script
alter table app.orders add constraint "Positive" check (amount > 0) not valid;
-- case: a foreign key to it was added before
create table items (order_id bigint);
alter table orders add constraint orders_account_fk foreign key (account_id) references accounts (id) not valid;
