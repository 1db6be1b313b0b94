-- case: a partition
alter table measurements detach partition measurements_2020;
-- case: with schemas
alter table app.measurements detach partition app."Old";
-- case: a default partition that is gone
create table measurements (id bigint) partition by range (id);
create table measurements_rest partition of measurements default;
create table measurements_2020 partition of measurements for values from (1) to (2);
-- next file
drop table measurements_rest;
-- next file
alter table measurements detach partition measurements_2020;
