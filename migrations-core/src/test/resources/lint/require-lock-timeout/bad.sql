-- case: lifted in the head of the script
-- migrations: lock-timeout=0
alter table users add column a text;
-- case: lifted by a statement
set local lock_timeout = 0;
create trigger users_sync before insert on users for each row execute function sync();
-- case: another runner sets none
-- runner: plain
create index on app.users (a);
drop view active_users;
-- case: a foreign key locks two tables
-- runner: plain
create table items (id bigint, user_id bigint references users (id));
-- case: a lock that only others feel who change the same
-- runner: plain
alter type mood add value 'bad' before 'good';
