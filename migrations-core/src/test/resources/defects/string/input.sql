select 1;
select 'Größe', 'it''s
, 2;
