select E'a' -- it's
 -- more; 
 'b\';c'
