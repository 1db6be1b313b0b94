-- case: this engine asks for none
alter table users add column a text;
-- case: set by the script
-- runner: plain
set statement_timeout = '1min';
alter table users add column a text;
-- case: lifted for what blocks nobody
-- migrations: statement-timeout=0
create index concurrently users_email_idx on users (email);
-- case: rows
-- runner: plain
update users set a = 1 where id = 1;
