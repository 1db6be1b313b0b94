-- Deploy 3, when no running version uses the old name any more; deploy 2 was the application that reads and writes full_name.
-- migrations: requires-backfill=021
drop trigger users_keep_full_name on users;
drop function users_keep_full_name();
