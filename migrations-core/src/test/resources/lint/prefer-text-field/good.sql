-- case: text
create table users (name text check (char_length(name) <= 80));
-- case: without a limit
create table users (name varchar);
