-- case: mended
-- server: 14.4
create index concurrently users_email_idx on users (email);
-- case: a release that nobody knows
-- server: 14
create index concurrently users_email_idx on users (email);
-- case: before
-- server: 13.2
create index concurrently users_email_idx on users (email);
-- case: a build that blocks
-- server: 14.3
create index users_email_idx on users (email);
-- case: a new table
-- server: 14.3
create table users (id bigint, email text);
create index concurrently users_email_idx on users (email);
