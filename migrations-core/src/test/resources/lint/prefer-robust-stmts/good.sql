-- case: this engine resumes
alter table users add column a text;
create index concurrently users_email_idx on users (email);
-- case: in a transaction
-- runner: plain
begin;
alter table users add column a text;
alter table users drop column b;
commit;
-- case: again does no harm
-- runner: plain
alter table users add column if not exists a text;
create index concurrently if not exists users_email_idx on users (email);
create table if not exists orders (id bigint);
drop table if exists old_users;
