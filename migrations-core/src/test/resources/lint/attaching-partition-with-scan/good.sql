-- case: a new partition
create table measurements_2026 (id bigint, taken date);
alter table measurements attach partition measurements_2026 for values from ('2026-01-01') to ('2027-01-01');
-- case: a valid check
alter table measurements_1 add constraint bounds check (id is not null and id >= 1) not valid;
-- next file
alter table measurements_1 validate constraint bounds;
-- next file
alter table measurements attach partition measurements_1 for values from (1) to (maxvalue);
-- case: a new table
create table measurements (id bigint) partition by range (id);
alter table measurements attach partition measurements_1 for values from (1) to (maxvalue);
