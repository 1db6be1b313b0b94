-- case: to a type that is stored otherwise
alter table orders alter column amount type bigint;
-- case: with an expression
alter table app.orders alter "Day" set data type date using "Day"::date;
-- case: narrower
create table orders (note varchar(80));
-- next file
alter table orders alter column note type varchar(40);
