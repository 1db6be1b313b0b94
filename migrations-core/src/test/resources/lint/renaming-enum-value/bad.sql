-- case: a value
alter type app.mood rename value 'sad' to 'it''s sad';
-- case: a value that columns of earlier files have
create type mood as enum ('sad', 'ok');
create table people (number bigint primary key, mood mood not null);
create table pets (id bigint primary key, "Mood" mood, moods mood[]);
-- next file
alter table pets rename to animals;
-- next file
alter type mood rename value 'sad' to 'blue';
