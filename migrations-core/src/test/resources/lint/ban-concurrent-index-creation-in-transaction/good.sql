-- case: by itself
create index concurrently users_email_idx on users (email);
-- case: beside other statements, which the engine gives transactions of their own
alter table users add column email text;
create index concurrently users_email_idx on users (email);
-- case: behind a transaction
begin;
alter table users add column email text;
commit;
create index concurrently users_email_idx on users (email);
-- case: another runner, no transaction
-- runner: plain
create index concurrently users_email_idx on users (email);
-- case: an index that is not built concurrently
begin;
create index users_email_idx on users (email);
commit;
