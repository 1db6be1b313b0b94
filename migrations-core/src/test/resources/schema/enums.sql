create type mood as enum ('sad', 'ok', 'happy');
create type colour as enum ('red');
-- = again
create type colour as enum ('red');
create type mood as enum ('ok', 'happy');
alter type mood add value 'sad' before 'ok';
-- = order
drop type mood;
create type mood as enum ('ok', 'sad', 'happy');
-- = label_added
alter type mood add value 'great';
-- = label_renamed
alter type mood rename value 'ok' to 'fine';
-- = owner
alter type mood owner to snapshot_app;
-- = comment
comment on type mood is 'of a day';
-- = grants
grant usage on type mood to snapshot_app with grant option;
-- = public_revoked
revoke usage on type mood from public;
-- = schema
create schema other;
alter type mood set schema other;
