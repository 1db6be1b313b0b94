begin;
select 1;
prepare transaction 'x';
