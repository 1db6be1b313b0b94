-- case: nothing is known of the table
alter table measurements attach partition measurements_2026 for values from ('2026-01-01') to ('2027-01-01');
-- case: a range
create table measurements (id bigint, taken date) partition by range (taken);
-- next file
alter table measurements attach partition app."M 2026" for values from ('2026-01-01') to ('2027-01-01');
-- case: a range without an end
create table measurements (id bigint) partition by range (id);
-- next file
alter table measurements attach partition measurements_1 for values from (1000) to (maxvalue);
-- case: a list, and a default partition
create table orders (id bigint, region text) partition by list (region);
create table orders_rest partition of orders default;
-- next file
alter table orders attach partition orders_eu for values in ('de', 'fr');
-- case: a hash
create table orders (id bigint) partition by hash (id);
-- next file
alter table orders attach partition orders_1 for values with (modulus 4, remainder 1);
-- case: a new partition beside a default partition
create table orders (id bigint, region text) partition by list (region);
create table orders_rest partition of orders default;
-- next file
create table orders_eu (id bigint, region text);
alter table orders attach partition orders_eu for values in ('de', 'fr');
-- case: the check is not valid yet
alter table measurements_1 add constraint bounds check (id is not null and id >= 1) not valid;
-- next file
alter table measurements attach partition measurements_1 for values from (1) to (maxvalue);
