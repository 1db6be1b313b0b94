-- case: by itself
alter table orders validate constraint orders_account_fk;
-- case: after a lock on another table
alter table accounts add column note text;
alter table orders validate constraint orders_account_fk;
-- case: after one that lets everybody work
alter table orders alter column total set statistics 500;
alter table orders validate constraint orders_account_fk;
-- case: in the transaction that added it, which is another rule's matter
alter table orders add constraint positive check (total > 0) not valid;
alter table orders validate constraint positive;
-- case: after a commit
begin;
alter table orders add column note text;
commit;
begin;
alter table orders validate constraint orders_account_fk;
commit;
-- case: a new table
create table orders (id bigint, constraint positive check (id > 0));
alter table orders add column note text;
alter table orders validate constraint positive;
-- case: each statement commits
-- runner: plain
alter table orders add column note text;
alter table orders validate constraint orders_account_fk;
