create table orders (id int, note text);
create rule kept as on delete to orders do instead nothing;
-- = again
create table orders (id int, note text);
create rule kept as on delete to orders do instead nothing;
-- = event
drop rule kept on orders;
create rule kept as on update to orders do instead nothing;
-- = also
drop rule kept on orders;
create rule kept as on delete to orders do also select 1;
-- = condition
drop rule kept on orders;
create rule kept as on delete to orders where old.id > 0 do instead nothing;
-- = disabled
alter table orders disable rule kept;
-- = always
alter table orders enable always rule kept;
-- = comment
comment on rule kept on orders is 'nothing is lost';
