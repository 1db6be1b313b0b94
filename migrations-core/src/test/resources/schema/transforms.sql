create type mood as (a int);
create function from_mood(internal) returns internal language internal immutable as 'numeric_recv';
create transform for mood language plpgsql (from sql with function from_mood(internal));
-- = gone
drop transform for mood language plpgsql;
-- = comment
comment on transform for mood language plpgsql is 'for procedures';
-- = used
create function judged(m mood) returns int language plpgsql transform for type mood as 'begin return 1; end';
