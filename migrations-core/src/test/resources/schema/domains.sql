create domain code as varchar(10);
create domain price as numeric(10, 2) constraint not_negative check (value >= 0);
-- = again
create domain price as numeric(10, 2);
create domain code as varchar(10);
alter domain price add constraint not_negative check (value >= 0);
-- = type
drop domain code;
create domain code as varchar(11);
-- = collation
drop domain code;
create domain code as varchar(10) collate "C";
-- = default
alter domain code set default 'x';
-- = null_default
drop domain code;
create domain code as varchar(10) default null;
-- = not_null
alter domain code set not null;
-- = constraint_added
alter domain code add constraint filled check (value <> '');
-- = constraint_not_valid
alter domain code add constraint filled check (value <> '') not valid;
-- = constraint_renamed
alter domain price rename constraint not_negative to positive;
-- = constraint_changed
alter domain price drop constraint not_negative;
alter domain price add constraint not_negative check (value > 0);
-- = constraint_comment
comment on constraint not_negative on domain price is 'free is fine';
-- = comment
comment on domain code is 'of a product';
-- = owner
alter domain code owner to snapshot_app;
-- = grants
grant usage on domain code to snapshot_app;
-- = public_revoked
revoke usage on domain code from public;
