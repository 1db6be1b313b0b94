create table people (id int primary key, name text);
create view all_people as select id, name from people;
create materialized view counted as select count(*) as n from people;
-- = again
create table people (id int primary key, name text);
create materialized view counted as select count(*) as n from people with no data;
create or replace view all_people (id, name) as select people.id, people.name from people;
-- = definition
create or replace view all_people as select id, name from people where id > 0;
-- = more_columns
create or replace view all_people as select id, name, 1 as one from people;
-- = security_barrier
alter view all_people set (security_barrier = true);
-- = security_invoker since 15
alter view all_people set (security_invoker = true);
-- = check_option
create or replace view all_people as select id, name from people with local check option;
-- = cascaded_check_option
create or replace view all_people as select id, name from people with cascaded check option;
-- = owner
alter view all_people owner to snapshot_app;
-- = comment
comment on view all_people is 'everyone';
-- = grants
grant select on all_people to snapshot_app;
-- = column_grants
grant select (id) on all_people to snapshot_app;
-- = renamed
alter view all_people rename to everyone;
-- = materialized_definition
drop materialized view counted;
create materialized view counted as select count(*) + 1 as n from people;
-- = materialized_option
alter materialized view counted set (fillfactor = 80);
-- = materialized_index
create unique index on counted (n);
-- = materialized_comment
comment on materialized view counted is 'at night';
-- = materialized_grants
grant select on counted to snapshot_app;
-- = materialized_owner
alter materialized view counted owner to snapshot_app;
-- = materialized_statistics
alter materialized view counted alter n set statistics 5;
-- = materialized_storage
create materialized view named as select name from people;
alter materialized view named alter name set storage external;
-- = recursive
create recursive view tree (n) as values (1) union all select n + 1 from tree where n < 3;
-- = quoted
create view "Select" as select id as "Order", name as "group" from people;
