-- case: concurrently
drop index concurrently users_email_idx;
-- case: of a table that is made in the same file
create table users (id bigint primary key, email text);
create index users_email_idx on users (email);
drop index users_email_idx;
-- case: no index
drop view active_users;
