-- case: some rows
update users set active = true where id between 1 and 1000;
-- case: a new table
create table users (id bigint, active boolean);
update users set active = true;
-- case: behind ALTER TABLE of another table
alter table orders add column paid boolean;
update users set active = true where id = 1;
-- case: behind a commit
begin;
alter table users add column active boolean;
commit;
update users set active = true where id = 1;
-- case: each statement commits
-- runner: plain
alter table users add column active boolean;
update users set active = true where id = 1;
