create access method tree type index handler bthandler;
create table plain (id int);
-- = table_method
create access method pile type table handler heap_tableam_handler;
-- = table_uses_it
create access method pile type table handler heap_tableam_handler;
create table piled (id int) using pile;
-- = table_does_not_use_it
create access method pile type table handler heap_tableam_handler;
create table piled (id int);
-- = view_uses_it
create access method pile type table handler heap_tableam_handler;
create materialized view piled using pile as select 1 as one;
-- = comment
comment on access method tree is 'like btree';
-- = gone
drop access method tree;
