-- Größe
select 1;
select '日本', 'x;
select 2;
