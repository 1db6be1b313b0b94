-- case: an index
create index users_email_idx on users (email);
-- case: several, one with a schema
create index "Users_idx" on app."Users" (email);
create index orders_idx on orders (amount);
-- case: with what needs it
create unique index users_email_key on users (email);
create table mails (email text references users (email));
