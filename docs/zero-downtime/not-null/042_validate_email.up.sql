-- Reads every row under a lock that lets readers and writers pass.
-- migrations: requires-backfill=041
alter table users validate constraint users_email_present;
