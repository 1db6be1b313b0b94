-- case: bigint
create table orders (id bigint, quantity int8, more bigserial);
-- case: another family
create table orders (amount numeric(10), name text, flag boolean);
-- case: a temporary table
create temp table work (id int);
