-- case: a string that is never closed
select 'abc;
-- case: a command of psql
select 1;
\i other.sql
