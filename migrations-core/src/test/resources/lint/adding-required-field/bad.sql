-- case: a column
alter table orders add column status text not null;
-- case: in quotes, with more to it
alter table app.orders add "Due Day" date constraint due not null check ("Due Day" is not null or true);
-- case: null is no default
alter table orders add column status text default null not null;
-- case: a server that can add NOT NULL without a scan
-- server: 18
alter table orders add column status text not null;
