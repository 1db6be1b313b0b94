-- case: concurrently
create index concurrently users_email_idx on users (email);
-- case: the table is made in the same file
create table users (id bigint primary key, email text);
create index users_email_idx on users (email);
-- case: the table is made in the same file, with its schema
create table public.users (id bigint primary key, email text);
create index users_email_idx on users (email);
