create extension plperl;
create type mood as (a int);
create function from_mood(internal) returns internal language internal immutable as 'numeric_recv';
create transform for mood language plperl (from sql with function from_mood(internal));
-- = gone
drop transform for mood language plperl;
-- = comment
comment on transform for mood language plperl is 'for perl';
