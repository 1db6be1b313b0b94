-- case: an identity column
create table orders (id bigint generated always as identity primary key);
-- case: a sequence by hand
create sequence orders_seq;
create table orders (id bigint default nextval('orders_seq'));
