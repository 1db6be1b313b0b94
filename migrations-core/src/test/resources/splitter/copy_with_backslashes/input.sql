copy t from stdin;
\N	\\.
\\.
\.a
\.
