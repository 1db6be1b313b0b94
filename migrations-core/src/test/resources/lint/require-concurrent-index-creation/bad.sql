-- case: a named index
create index users_email_idx on users (email);
-- case: a unique index with an expression and a condition
create unique index on app."Users" using btree (lower(email), id desc) where deleted_at is null;
-- case: a table of an earlier file is in use
create table users (id bigint primary key, email text);
-- next file
create index users_email_idx on users (email);
-- case: in a DO block
do $$
begin
  if to_regclass('users_email_idx') is null then
    create index users_email_idx on users (email);
  end if;
end $$;
