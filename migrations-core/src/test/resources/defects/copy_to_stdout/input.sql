create table t (id int);
  copy (select 1, (2)) to stdout;
select nosuch;
