-- case: a new table
create table users (id bigint);
alter table users rename to accounts;
-- case: a view in its place
-- migrations: lint-ignore=renaming-table because a view takes the place of users
alter table users rename to accounts;
create view users as select * from accounts;
-- case: an index
alter index users_idx rename to accounts_idx;
