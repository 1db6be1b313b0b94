-- case: between BEGIN and COMMIT
begin;
create unique index concurrently if not exists users_email_idx on users (lower(email)) where active;
commit;
-- case: another runner
-- runner: plain
begin;
create index concurrently on users (email);
commit;
-- case: dropped
begin;
drop index concurrently if exists users_email_idx;
end;
-- case: built anew
begin;
reindex table concurrently users;
commit;
-- case: detached
begin;
alter table measurements detach partition measurements_2020 concurrently;
commit;
-- case: in a DO block
do $$
begin
  if not exists (select from pg_class where relname = 'users_email_idx') then
    create index concurrently users_email_idx on users (email);
  end if;
end $$;
