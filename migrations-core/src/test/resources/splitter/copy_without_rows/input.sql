COPY t (a, b) FROM STDIN;
\.
select 1;
