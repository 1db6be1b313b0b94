-- case: with a default
alter table orders add column status text not null default 'new';
-- case: optional
alter table orders add column status text;
-- case: its values come by themselves
alter table orders add column a bigint generated always as identity not null, add column b bigserial not null, add column c int generated always as (1) stored not null;
-- case: a new table
create table orders (id bigint);
alter table orders add column status text not null;
