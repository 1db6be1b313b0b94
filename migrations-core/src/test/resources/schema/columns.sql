create collation plain (provider = libc, locale = 'C');
create table people (id int, name text, born date, tags text[], extra jsonb);
create view names as select id, name from people;
-- = again
create table people (id int, dropped int, name text, born date, tags text[], extra jsonb);
alter table people drop dropped;
create view names as select id, name from people;
create collation plain (provider = libc, locale = 'C');
-- = type
alter table people alter born type timestamp;
-- = modifier
alter table people alter born type timestamp(3);
-- = added
alter table people add height numeric(5, 2);
-- = order
drop view names;
drop table people;
create table people (name text, id int, born date, tags text[], extra jsonb);
create view names as select id, name from people;
-- = renamed
alter table people rename born to birthday;
-- = collation
drop view names;
alter table people alter name type text collate plain;
create view names as select id, name from people;
-- = built_in_collation
alter table people alter tags type text[] collate "C";
-- = default
alter table people alter born set default date '2026-01-01';
-- = default_of_session
alter table people alter born set default '2026-01-01 00:00:00+01'::timestamptz;
-- = money_default
alter table people add price money default '1.50';
-- = interval_default
alter table people add wait interval default '1 year 2 mons -3 days 04:05:06';
-- = float_default
alter table people add rate float8 default 0.1::float4;
-- = backslash_default
alter table people alter name set default E'a\\b''c';
-- = default_function
alter table people alter born set default now();
-- = not_null
alter table people alter name set not null;
-- = named_not_null since 18
alter table people add constraint named not null name;
-- = not_valid_not_null since 18
alter table people add constraint people_name_not_null not null name not valid;
-- = no_inherit_not_null since 18
alter table people add constraint people_name_not_null not null name no inherit;
-- = not_null_comment since 18
alter table people alter name set not null;
comment on constraint people_name_not_null on people is 'everyone has one';
-- = generated
alter table people add upper_name text generated always as (upper(name)) stored;
-- = generated_otherwise
alter table people add upper_name text generated always as (lower(name)) stored;
-- = virtual since 18
alter table people add upper_name text generated always as (upper(name)) virtual;
-- = storage
alter table people alter name set storage external;
-- = main_storage
alter table people alter extra set storage main;
-- = compression
alter table people alter name set compression pglz;
-- = statistics
alter table people alter name set statistics 500;
-- = zero_statistics
alter table people alter name set statistics 0;
-- = options
alter table people alter name set (n_distinct = -0.5);
-- = comment
comment on column people.name is 'in full';
-- = view_column_comment
comment on column names.name is 'in full';
-- = grants
grant select (name) on people to snapshot_app;
-- = more_grants
grant select (name), update (name) on people to snapshot_app;
-- = column_grant_option
grant select (name) on people to snapshot_app with grant option;
-- = view_column_default
alter view names alter id set default 7;
