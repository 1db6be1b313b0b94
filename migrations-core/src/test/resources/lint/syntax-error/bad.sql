-- case: a string that is never closed
select 'abc;
-- case: a BEGIN that is never ended
begin;
select 1;
