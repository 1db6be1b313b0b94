select 'a
;
ÿ