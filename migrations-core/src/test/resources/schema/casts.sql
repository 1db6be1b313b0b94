create type mood as enum ('sad', 'happy');
create function to_mood(int) returns mood language sql immutable as $$ select 'sad'::mood $$;
create cast (int as mood) with function to_mood(int);
-- = assignment
drop cast (int as mood);
create cast (int as mood) with function to_mood(int) as assignment;
-- = implicit
drop cast (int as mood);
create cast (int as mood) with function to_mood(int) as implicit;
-- = inout
drop cast (int as mood);
create cast (int as mood) with inout;
-- = comment
comment on cast (int as mood) is 'at a guess';
-- = gone
drop cast (int as mood);
