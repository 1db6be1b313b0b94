-- case: no COMMIT
begin;
alter table users add column a text;
-- case: the second has none
-- runner: plain
begin;
select 1;
commit;
begin;
select 2;
