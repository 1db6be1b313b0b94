-- case: a validated check proves it
alter table users add constraint email_present check (email is not null) not valid;
-- next file
alter table users validate constraint email_present;
-- next file
alter table users alter column email set not null;
alter table users drop constraint email_present;
-- case: a check of several columns proves it
alter table users add constraint present check ((email is not null) and (name is not null)) not valid;
-- next file
alter table users validate constraint present;
-- next file
alter table users alter column email set not null, alter column name set not null;
-- case: a new table
create table users (id bigint, email text);
alter table users alter column email set not null;
