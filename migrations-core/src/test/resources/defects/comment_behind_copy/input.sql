copy t from stdin; /* rows
 */
1
\.
