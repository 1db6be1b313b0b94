create type address as (street text, number int);
create domain short as varchar(10) collate "C";
-- = again
create domain short as varchar(10) collate "C";
create type address as (street text);
alter type address add attribute number int;
-- = order
drop type address;
create type address as (number int, street text);
-- = attribute_added
alter type address add attribute city text;
-- = attribute_type
alter type address alter attribute number type bigint;
-- = attribute_collation
alter type address alter attribute street type text collate "C";
-- = attribute_comment
comment on column address.street is 'without a number';
-- = comment
comment on type address is 'where it goes';
-- = owner
alter type address owner to snapshot_app;
-- = grants
revoke usage on type address from public;
-- = of_domain
alter type address add attribute code short;
