create function add_up(bigint, int) returns bigint language sql immutable as 'select $1 + $2';
create function merge(bigint, bigint) returns bigint language sql immutable as 'select $1 + $2';
create function finish(bigint) returns int language sql immutable as 'select $1::int';
create aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0');
-- = again
create function finish(bigint) returns int language sql immutable as 'select $1::int';
create function merge(bigint, bigint) returns bigint language sql immutable as 'select $1 + $2';
create function add_up(bigint, int) returns bigint language sql immutable as 'select $1 + $2';
create aggregate total(int) (stype = bigint, initcond = '0', sfunc = add_up);
-- = initial
create or replace aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '1');
-- = no_initial
create or replace aggregate total(int) (sfunc = add_up, stype = bigint);
-- = final
drop aggregate total(int);
create aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0', finalfunc = finish);
-- = final_modify
drop aggregate total(int);
create aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0', finalfunc = finish, finalfunc_modify = shareable);
-- = combine
create or replace aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0', combinefunc = merge);
-- = parallel
create or replace aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0', parallel = safe);
-- = space
create or replace aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0', sspace = 100);
-- = moving
create or replace aggregate total(int) (sfunc = add_up, stype = bigint, initcond = '0',
    msfunc = add_up, minvfunc = add_up, mstype = bigint, minitcond = '0');
-- = sort
create aggregate least_of(int) (sfunc = int4smaller, stype = int, sortop = operator(pg_catalog.<));
-- = without_arguments
create aggregate counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
-- = ordered_set
create aggregate middle(float8 order by anyelement) (
    sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra);
-- = owner
alter aggregate total(int) owner to snapshot_app;
-- = comment
comment on aggregate total(int) is 'of all';
-- = grants
revoke execute on function total(int) from public;
