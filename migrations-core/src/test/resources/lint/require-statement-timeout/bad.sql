-- case: lifted in the head of the script
-- migrations: statement-timeout=0
alter table users add column a text;
-- case: another runner sets none
-- runner: plain
alter table app."Users" validate constraint c, drop constraint d;
-- case: lifted by a statement
-- runner: plain
set statement_timeout to '0';
refresh materialized view concurrently totals;
-- case: a lock that only others feel who change the same
-- runner: plain
alter type mood add value 'bad' before 'good';
