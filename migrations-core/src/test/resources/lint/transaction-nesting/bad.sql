-- case: BEGIN in BEGIN
begin;
alter table users add column a text;
start transaction;
alter table users add column b text;
commit;
-- case: COMMIT without BEGIN
alter table users add column a text;
commit;
-- case: ROLLBACK without BEGIN
-- runner: plain
rollback;
-- case: a second COMMIT
-- runner: plain
begin;
select 1;
commit;
end;
-- case: what is rolled back would be recorded as applied
begin;
alter table users add column a text;
rollback;
