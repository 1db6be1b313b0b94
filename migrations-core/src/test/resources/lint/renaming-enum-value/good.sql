-- case: an enum that is made in the same file
create type mood as enum ('sad');
alter type mood rename value 'sad' to 'blue';
-- case: a new value
alter type mood add value 'blue' before 'sad';
-- case: the type itself
alter type mood rename to moods;
