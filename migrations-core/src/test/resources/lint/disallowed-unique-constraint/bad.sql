-- case: a named one
alter table users add constraint users_email_unique unique (email);
-- case: one without a name over two columns
alter table app."Users" add unique (tenant_id, "Email");
-- case: with everything
-- server: 15
alter table users add constraint u unique nulls not distinct (a, b) include (c) with (fillfactor = 70) using index tablespace fast deferrable initially deferred;
-- case: a new column
alter table users add column code text unique;
-- case: a new column that must be there
alter table users add column code text not null constraint one_code unique deferrable;
-- case: a new column with a default
alter table users add column token uuid default gen_random_uuid() unique;
-- case: without overlaps
-- server: 18
alter table bookings add constraint one_guest unique (room, during without overlaps);
-- case: a new column that is numbered
alter table users add column number int generated always as identity (start with 10) unique;
