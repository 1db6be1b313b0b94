-- í €
select 1;