create table orders (id int primary key, note text);
create table people (id int primary key);
create publication sent for table orders;
-- = again
create table people (id int primary key);
create table orders (id int primary key, note text);
create publication sent;
alter publication sent add table orders;
-- = empty
alter publication sent drop table orders;
-- = two_tables
alter publication sent add table people;
-- = all_tables
drop publication sent;
create publication sent for all tables;
-- = columns since 15
alter publication sent set table orders (id);
-- = row_filter since 15
alter publication sent set table orders where (id > 0);
-- = schema since 15
alter publication sent add tables in schema public;
-- = operations
alter publication sent set (publish = 'insert, update');
-- = root
alter publication sent set (publish_via_partition_root = true);
-- = generated_columns since 18
alter publication sent set (publish_generated_columns = stored);
-- = owner
alter publication sent owner to snapshot_app;
-- = comment
comment on publication sent is 'to the warehouse';
-- = renamed
alter publication sent rename to given;
