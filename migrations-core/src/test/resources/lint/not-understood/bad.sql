-- case: a sub-command that PostgreSQL does not know either
alter table users add column name text, frobnicate name, drop column old;
-- case: a statement that is put together when it runs
do $$
begin
  execute format('alter table %I add column name text', 'users');
end $$;
-- case: an index without a table
create index users_idx;
