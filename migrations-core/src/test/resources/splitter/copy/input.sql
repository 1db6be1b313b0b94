copy t from stdin;
1	a;'
2	$$
\.
select 1;
