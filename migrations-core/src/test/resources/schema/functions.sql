create function total(a int, b int) returns int language sql as 'select a + b';
create procedure tidy() language plpgsql as $$ begin null; end $$;
-- = again
create procedure tidy() language plpgsql as $$ begin null; end $$;
create function total(a int, b int) returns int as 'select a + b' language sql volatile called on null input security invoker cost 100;
-- = body
create or replace function total(a int, b int) returns int language sql as 'select a - b';
-- = language
create or replace function total(a int, b int) returns int language plpgsql as 'begin return a + b; end';
-- = overloaded
create function total(a int, b bigint) returns int language sql as 'select a';
-- = argument_name
drop function total;
create function total(x int, b int) returns int language sql as 'select x + b';
-- = argument_default
create or replace function total(a int, b int default 7) returns int language sql as 'select a + b';
-- = return_type
drop function total;
create function total(a int, b int) returns bigint language sql as 'select a + b::bigint';
-- = returns_set
drop function total;
create function total(a int, b int) returns setof int language sql as 'select a + b';
-- = returns_table
drop function total;
create function total(a int, b int) returns table (c int) language sql as 'select a + b';
-- = immutable
alter function total immutable;
-- = stable
alter function total stable;
-- = strict
alter function total strict;
-- = leakproof
alter function total leakproof;
-- = security_definer
alter function total security definer;
-- = parallel
alter function total parallel safe;
-- = cost
alter function total cost 7;
-- = rows
drop function total;
create function total(a int, b int) returns setof int language sql rows 5 as 'select a + b';
-- = setting
alter function total set work_mem = '8MB';
-- = search_path
alter function total set search_path = pg_catalog, public;
-- = atomic_body
drop function total;
create function total(a int, b int) returns int language sql begin atomic select a + b; end;
-- = owner
alter function total owner to snapshot_app;
-- = comment
comment on function total is 'of two';
-- = grants
grant execute on function total to snapshot_app;
-- = public_revoked
revoke execute on function total from public;
-- = public_revoked_and_granted
revoke execute on function total from public;
grant execute on function total to snapshot_app;
-- = variadic
create function many(variadic a int[]) returns int language sql as 'select 1';
-- = out_arguments
create function two(out a int, out b int) language sql as 'select 1, 2';
-- = window
create function again(int) returns int language internal window as 'window_row_number';
-- = polymorphic
create function same(a anyelement) returns anyelement language sql as 'select a';
-- = procedure_body
create or replace procedure tidy() language plpgsql as $$ begin perform 1; end $$;
-- = procedure_security
alter procedure tidy() security definer;
-- = procedure_comment
comment on procedure tidy() is 'at night';
-- = procedure_grants
revoke execute on procedure tidy() from public;
-- = procedure_owner
alter procedure tidy() owner to snapshot_app;
-- = procedure_out
create procedure answer(in a int, out b int) language sql as 'select a';
-- = support
alter function total support generate_series_int4_support;
-- = schema
create schema other;
alter function total set schema other;
