-- don't
select 1; /* can't */ select 2;