alter table users add constraint users_email_present check (email is not null) not valid;
alter table users alter column email drop not null;
