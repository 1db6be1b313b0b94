-- case: an index
reindex index users_email_idx;
-- case: an index whose table is known
create index concurrently users_email_idx on users (email);
-- next file
reindex index users_email_idx;
-- case: a table
reindex (verbose) table app."Users";
-- case: a schema
reindex schema app;
-- case: a database
reindex database shop;
-- case: the option is off
reindex (concurrently false) table users;
