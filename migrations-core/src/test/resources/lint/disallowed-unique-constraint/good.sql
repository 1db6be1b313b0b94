-- case: made of an index
alter table users add constraint users_email_unique unique using index users_email_idx;
-- case: a new table
create table users (id bigint primary key, email text unique, name text);
alter table users add unique (name);
-- case: a new column without one
alter table users add column code text;
