-- case: unlogged
alter table users set unlogged;
-- case: another tablespace
alter table app."Users" set tablespace fast;
-- case: another access method
-- server: 15
alter table users set access method columnar;
-- case: another expression
-- server: 17
alter table users alter column full_name set expression as (first_name || ' ' || last_name);
-- case: VACUUM FULL
vacuum (full, analyze) users, app.orders;
-- case: VACUUM FULL of everything
vacuum full;
-- case: CLUSTER
cluster users using users_pkey;
-- case: CLUSTER of everything
cluster;
-- case: another expression of a column that an earlier file made
-- server: 17
create table app.people (id bigint primary key, first text, last text, full_name text generated always as (first) stored);
-- next file
alter table app.people alter column full_name set expression as (first || ' ' || people.last);
