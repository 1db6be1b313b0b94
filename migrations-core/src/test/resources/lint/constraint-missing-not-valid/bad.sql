-- case: a check with a name
alter table accounts add constraint positive_balance check (balance >= 0);
-- case: a check without a name
alter table accounts add check (balance >= 0 and kind in ('a', 'b')) no inherit;
-- case: validated in the same transaction
alter table accounts add constraint positive_balance check (balance >= 0) not valid;
alter table accounts validate constraint positive_balance;
-- case: a foreign key validated in the same transaction
alter table orders add constraint orders_account_fk foreign key (account_id) references accounts (id) not valid;
alter table orders validate constraint orders_account_fk;
-- case: NOT NULL as a constraint
-- server: 18
alter table accounts add constraint balance_present not null balance;
