begin;
select 1;
begin;
commit;
commit;
