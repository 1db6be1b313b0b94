create table a (a int);
create table b (
  a int,
  b numeric(10, 2
);
select 1;
