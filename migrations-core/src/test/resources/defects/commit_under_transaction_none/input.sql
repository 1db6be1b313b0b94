-- migrations: transaction=none
select 1;
commit;
