select 1;
-- a;
select 'a
b'
;
