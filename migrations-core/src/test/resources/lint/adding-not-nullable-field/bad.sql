-- case: without a proof
alter table users alter column email set not null;
-- case: the check is not validated yet
alter table users add constraint email_present check (email is not null) not valid;
-- next file
alter table users alter email set not null;
-- case: the check is about another column
alter table users add constraint email_present check (email is not null);
-- next file
alter table users alter column name set not null;
-- case: on 18 a NOT NULL constraint can be added unproven
-- server: 18
alter table app.users alter column "Email" set not null;
