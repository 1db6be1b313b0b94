-- case: COMMIT
begin;
alter table users add column a text;
commit;
-- case: another runner may roll back
-- runner: plain
begin;
select 1;
rollback;
