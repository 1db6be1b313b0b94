-- case: a partition
create table measurements (id bigint) partition by range (id);
create table measurements_2020 partition of measurements for values from (1) to (2);
-- case: with schemas
create table app.measurements (id bigint) partition by range (id);
create table app."Old" partition of app.measurements for values from (1) to (2);
