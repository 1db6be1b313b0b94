-- case: a volatile function
alter table users add column token uuid default gen_random_uuid() not null;
-- case: a volatile function inside an expression
alter table users add column seen timestamptz default (clock_timestamp() - interval '1 day');
-- case: a function that is not built in
alter table users add column code text default app.next_code();
-- case: a stored generated column
alter table users add column full_name text generated always as (first || ' ' || last) stored;
-- case: a stored generated column of a table in a schema, with NOT NULL
create table app."Users" (id bigint primary key, a int, b int);
-- next file
alter table app."Users" add column total int not null generated always as ("Users".a + b) stored;
