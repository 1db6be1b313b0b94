-- case: concurrently
reindex index concurrently users_email_idx;
-- case: concurrently as an option
reindex (concurrently) table users;
-- case: the catalogue, which cannot be built concurrently
reindex system shop;
-- case: a table that is made in the same file
create table users (id bigint primary key);
reindex table users;
