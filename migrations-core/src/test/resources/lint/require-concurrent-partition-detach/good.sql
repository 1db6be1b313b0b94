-- case: concurrently
alter table measurements detach partition measurements_2020 concurrently;
-- case: the end of an interrupted one
alter table measurements detach partition measurements_2020 finalize;
-- case: of a table that is made in the same file
create table measurements (id bigint) partition by range (id);
create table measurements_1 partition of measurements for values from (1) to (10);
alter table measurements detach partition measurements_1;
-- case: concurrently is refused where there is a default partition
create table measurements (id bigint) partition by range (id);
create table measurements_rest partition of measurements default;
-- next file
alter table measurements detach partition measurements_2020;
