select 1 -- a; '  + 2
