-- case: this engine sets one
alter table users add column a text;
-- case: set by the script
-- runner: plain
set lock_timeout = '2s';
alter table users add column a text;
-- case: lifted where nobody waits behind it
-- migrations: lock-timeout=0
create index concurrently users_email_idx on users (email);
alter table users validate constraint users_check;
-- case: lifted, on a new table
-- migrations: lock-timeout=0
create table users (id bigint);
alter table users add column a text;
-- case: lifted where nobody feels it
-- migrations: lock-timeout=0
create type mood as enum ('good');
create function f() returns int language sql as 'select 1';
