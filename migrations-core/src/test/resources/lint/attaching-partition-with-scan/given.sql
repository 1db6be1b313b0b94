-- case: nothing is known of the table
create table measurements (id bigint, taken date) partition by range (taken);
create table measurements_2026 (id bigint, taken date);
-- case: a range
create table app."M 2026" (id bigint, taken date);
-- case: a range without an end
create table measurements_1 (id bigint);
-- case: a list, and a default partition
create table orders_eu (id bigint, region text);
-- case: a hash
create table orders_1 (id bigint);
-- case: the check is not valid yet
create table measurements (id bigint) partition by range (id);
create table measurements_1 (id bigint);
