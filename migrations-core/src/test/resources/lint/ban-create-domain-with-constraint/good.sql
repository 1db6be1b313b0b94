-- case: without
create domain positive as integer default 1;
-- case: a table's own
create table orders (amount bigint check (amount > 0));
