-- case: a constant
alter table users add column kind text default 'plain' not null, add column n int default 1 + 2;
-- case: now is the same for all rows
alter table users add column seen timestamptz default now(), add created date default current_date;
-- case: a default for new rows only
alter table users alter column token set default gen_random_uuid();
-- case: a new table
create table users (id uuid default gen_random_uuid());
alter table users add column token uuid default gen_random_uuid();
-- case: a virtual column
-- server: 18
alter table users add column full_name text generated always as (first || ' ' || last) virtual;
