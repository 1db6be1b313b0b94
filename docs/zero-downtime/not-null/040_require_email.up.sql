-- New rows must have one from now on; old rows are not looked at, so this takes a moment only.
alter table users add constraint users_email_present check (email is not null) not valid;
