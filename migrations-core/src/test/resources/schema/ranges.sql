create function span(a float8, b float8) returns float8 language sql immutable as 'select a - b';
create type floats as range (subtype = float8);
-- = again
create type floats as range (subtype = float8);
create function span(a float8, b float8) returns float8 language sql immutable as 'select a - b';
-- = subtype
drop type floats;
create type floats as range (subtype = float4);
-- = difference
drop type floats;
create type floats as range (subtype = float8, subtype_diff = span);
-- = multirange
drop type floats;
create type floats as range (subtype = float8, multirange_type_name = many_floats);
-- = owner
alter type floats owner to snapshot_app;
-- = comment
comment on type floats is 'from to';
-- = collation
create type texts as range (subtype = text, collation = "C");
-- = default_collation
create type texts as range (subtype = text);
-- = operator_class
create type texts as range (subtype = text, subtype_opclass = text_pattern_ops);
-- = grants
revoke usage on type floats from public;
