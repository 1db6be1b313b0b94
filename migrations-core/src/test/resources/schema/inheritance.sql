create table a (id int, note text not null, constraint id_set check (id > 0));
create table b (other int);
create table c (own int) inherits (a, b);
-- = again
create table b (other int);
create table a (note text not null, id int);
drop table a;
create table a (id int, note text not null, constraint id_set check (id > 0));
create table c (own int) inherits (a, b);
-- = order
drop table c;
create table c (own int) inherits (b, a);
-- = one_parent
alter table c no inherit b;
-- = none
alter table c no inherit a;
alter table c no inherit b;
-- = local_column
drop table c;
create table c (id int, own int) inherits (a, b);
-- = local_constraint
drop table c;
create table c (own int, constraint id_set check (id > 0)) inherits (a, b);
-- = own_constraint
alter table c add constraint own_set check (own > 0);
-- = own_default
alter table c alter id set default 7;
-- = no_inherit_constraint
alter table a add constraint not_here check (id < 0) no inherit;
-- = own_not_null
alter table c alter own set not null;
-- = inherited_not_null_too
alter table c alter id set not null;
-- = parent_not_null
alter table a alter id set not null;
