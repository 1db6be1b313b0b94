-- case: over a column
create table users (id bigint);
-- case: over two columns, with a name
create table app.orders (tenant_id int, "Number" int, total int);
-- case: NOT NULL can be added NOT VALID
create table users (id bigint);
-- case: a new column that is numbered
create table users (email text);
-- case: a new identity column
create table users (email text);
-- case: a new column with a default
create table users (email text);
-- case: with a range
create table bookings (room int4range, during tstzrange);
