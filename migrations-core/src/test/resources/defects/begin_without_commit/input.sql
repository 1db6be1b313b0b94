select 1;
begin isolation level serializable;
select 2;
