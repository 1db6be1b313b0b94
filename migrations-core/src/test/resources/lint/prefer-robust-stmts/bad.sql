-- case: columns
-- runner: plain
alter table users add column a text default 'x', drop column b;
-- case: an index
-- runner: plain
create unique index users_email_idx on app.users (email);
-- case: an index without a name
-- runner: plain
create index concurrently on users (email);
-- case: a table
-- runner: plain
create table users (id bigint);
-- case: dropped
-- runner: plain
drop index users_email_idx, orders_idx;
drop type mood;
drop table users, app.orders;
-- case: constraints
-- runner: plain
alter table users add constraint c check (a > 0) not valid;
alter table users drop constraint d;
alter table users rename column a to b;
-- case: again may do no harm
-- runner: plain
alter table users validate constraint c;
