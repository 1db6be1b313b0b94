-- case: a column
alter table orders add column status text not null;
-- case: in quotes, with more to it
alter table app.orders add "Due Day" date constraint due not null check ("Due Day" is not null or true);
-- case: null is no default
alter table orders add column status text default null not null;
-- case: a server that can add NOT NULL without a scan
-- server: 18
alter table orders add column status text not null;
-- case: of a table whose key an earlier file says
create table app.items (number int primary key);
-- next file
alter table app.items add column tags text[] not null, add column address inet not null;
