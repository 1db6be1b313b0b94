-- case: another one
drop table orders_old;
create table orders (id bigint);
-- case: made in the same file
create table orders (id bigint);
drop table orders;
create table orders (id bigint, note text);
-- case: long after
drop table orders;
-- next file
create table orders (id bigint);
