-- case: none
alter table users add column a text;
-- case: one after the other
begin;
alter table users add column a text;
commit;
begin;
alter table users add column b text;
commit;
-- case: savepoints
savepoint a;
rollback to a;
release a;
-- case: another runner may roll back
-- runner: plain
begin;
select 1;
rollback;
-- case: a block that commits its batches
-- migrations: transaction=none
do $$
begin
  for i in 1..10 loop
    update users set active = true where id between i * 100 and i * 100 + 99;
    commit;
  end loop;
end $$;
