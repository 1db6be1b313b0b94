-- case: a volatile function
alter table users add column token uuid default gen_random_uuid() not null;
-- case: a volatile function inside an expression
alter table users add column seen timestamptz default (clock_timestamp() - interval '1 day');
-- case: a function that is not built in
alter table users add column code text default app.next_code();
-- case: a stored generated column
alter table users add column full_name text generated always as (first || ' ' || last) stored;
