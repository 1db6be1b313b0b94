create type pair;
create function pair_in(cstring) returns pair language internal immutable strict as 'int8in';
create function pair_out(pair) returns cstring language internal immutable strict as 'int8out';
-- = defined
create type pair (input = pair_in, output = pair_out, like = int8);
-- = category
create type pair (input = pair_in, output = pair_out, like = int8, category = 'P', preferred = true);
-- = default
create type pair (input = pair_in, output = pair_out, like = int8, default = '7');
-- = delimiter
create type pair (input = pair_in, output = pair_out, like = int8, delimiter = ';');
-- = comment
create type pair (input = pair_in, output = pair_out, like = int8);
comment on type pair is 'of two';
-- = storage
create type pair (input = pair_in, output = pair_out, internallength = variable, storage = extended);
