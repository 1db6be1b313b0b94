-- case: before 19
-- server: 18
vacuum full users;
-- case: concurrently
-- server: 19
repack (concurrently) users;
-- case: a plain vacuum
-- server: 19
vacuum users;
-- case: a new table
-- server: 19
create table users (id bigint);
cluster users using users_pkey;
