select 1;
select 'Größe';
