copy t from stdin; -- migrations: run=always
\.
