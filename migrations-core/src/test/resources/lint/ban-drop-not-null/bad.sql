-- case: a column
alter table users alter column email drop not null;
-- case: by the name of its constraint
-- server: 18
alter table app.users add constraint users_email_nn not null "Email" not valid;
-- next file
-- server: 18
alter table app.users drop constraint users_email_nn;
