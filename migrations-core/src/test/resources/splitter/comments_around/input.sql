-- before
select 1 /* behind */ -- and more
;
/* between */ select 2; -- after