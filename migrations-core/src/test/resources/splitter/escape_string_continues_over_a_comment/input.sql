select E'a' -- it's
 -- more; 
 'b\';c'; select 2;