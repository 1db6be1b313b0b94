-- case: wider, by what an earlier file says
create table orders (note varchar(40), amount numeric(10,2), code text, t timestamp(3));
-- next file
alter table orders alter note type varchar(80), alter amount type numeric(12, 2), alter code type varchar, alter t type timestamp(6);
-- next file
alter table orders alter note type text;
-- case: a new table
create table orders (note varchar(40));
alter table orders alter column note type int using note::int;
