create table people (id int not null, name text, born date, tags text[], spot point);
create index by_name on people (name);
create unique index by_id on people (id);
create index by_lower on people (lower(name));
-- = again
create table people (id int not null, name text, born date, tags text[], spot point);
create index by_lower on people (lower(name));
create unique index by_id on people (id);
create index by_name on people using btree (name asc nulls last);
-- = method
drop index by_name;
create index by_name on people using hash (name);
-- = operator_class
drop index by_name;
create index by_name on people (name text_pattern_ops);
-- = direction
drop index by_name;
create index by_name on people (name desc);
-- = nulls
drop index by_name;
create index by_name on people (name nulls first);
-- = collation
drop index by_name;
create index by_name on people (name collate "C");
-- = include
drop index by_name;
create index by_name on people (name) include (born);
-- = predicate
drop index by_name;
create index by_name on people (name) where born is not null;
-- = unique
drop index by_name;
create unique index by_name on people (name);
-- = nulls_not_distinct since 15
drop index by_id;
create unique index by_id on people (id) nulls not distinct;
-- = expression
drop index by_lower;
create index by_lower on people (upper(name));
-- = option
alter index by_name set (fillfactor = 50);
-- = gin_option
create index by_tags on people using gin (tags) with (fastupdate = off);
-- = gin
create index by_tags on people using gin (tags);
-- = opclass_parameter
create extension hstore;
alter table people add more hstore;
create index by_more on people using gist (more gist_hstore_ops (siglen = 32));
-- = comment
comment on index by_name is 'for the search';
-- = clustered
alter table people cluster on by_name;
-- = replica_identity
alter table people replica identity using index by_id;
-- = statistics
alter index by_lower alter column 1 set statistics 1000;
-- = renamed
alter index by_name rename to people_by_name;
-- = gone
drop index by_name;
