-- case: a new table
create table users (email text not null);
alter table users alter email drop not null;
-- case: a check
alter table users add constraint c check (email <> '') not valid;
-- next file
alter table users drop constraint c;
