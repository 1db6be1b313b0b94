select E'a'
  'b\';c';
select 2;