copy t from stdout;
1
\.
