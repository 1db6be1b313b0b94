select 1;
copy t (a) from stdin;
1
2
