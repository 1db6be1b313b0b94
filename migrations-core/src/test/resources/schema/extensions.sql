create schema tools;
create extension citext schema tools;
-- = again
create schema tools;
create extension citext;
alter extension citext set schema tools;
-- = schema
alter extension citext set schema public;
-- = comment
comment on extension citext is 'of ours';
-- = another
create extension pg_trgm;
-- = gone
drop extension citext;
