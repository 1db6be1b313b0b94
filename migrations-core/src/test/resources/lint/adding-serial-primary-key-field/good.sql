-- case: made of an index
alter table users add constraint users_pkey primary key using index users_id_idx;
-- case: a new table
create table users (id bigserial primary key);
-- case: a new table, afterwards
create table users (id bigint not null);
alter table users add primary key (id);
