select 1 +-- ;
 2; select 3*/* ; */4; select a->'b;', c @>-- ;
d; select 5 - -1;