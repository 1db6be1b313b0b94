-- migrations: transaction=none
select 1;
begin;
select 2;
commit;
