select 'a'
  'b;
