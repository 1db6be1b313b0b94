-- case: not valid
alter table accounts add constraint positive_balance check (balance >= 0) not valid;
-- case: validated in the next file
alter table accounts add constraint positive_balance check (balance >= 0) not valid;
-- next file
alter table accounts validate constraint positive_balance;
-- case: validated in a transaction of its own
begin;
alter table accounts add constraint positive_balance check (balance >= 0) not valid;
commit;
begin;
alter table accounts validate constraint positive_balance;
commit;
-- case: a new table
create table accounts (id bigint, balance numeric);
alter table accounts add constraint positive_balance check (balance >= 0);
-- case: not enforced
-- server: 18
alter table accounts add constraint positive_balance check (balance >= 0) not enforced;
