select E'a'
  'b\';c'
