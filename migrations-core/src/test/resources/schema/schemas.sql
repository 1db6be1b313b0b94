create schema shop;
create schema archive;
-- = again
create schema archive;
create schema shop;
-- = owner
alter schema shop owner to snapshot_app;
-- = comment
comment on schema shop is 'what is sold';
-- = grants
grant usage on schema shop to snapshot_app;
-- = grant_option
grant usage on schema shop to snapshot_app with grant option;
-- = two_grantees
grant usage on schema shop to snapshot_app, snapshot_reader;
-- = public_grant
grant create on schema public to snapshot_app;
-- = public_revoked
revoke usage on schema public from public;
-- = public_comment
comment on schema public is 'not the standard one';
-- = another
create schema third;
-- = owner_revoked
revoke create on schema shop from current_user;
