-- case: built
-- server: 14.3
create unique index concurrently users_email_idx on users (email);
-- case: built, without a name
-- server: 14.0
create index concurrently on app.users (email);
-- case: built anew
-- server: 14.2
reindex (concurrently) table users;
-- case: all built anew
-- server: 14.2
reindex database concurrently shop;
