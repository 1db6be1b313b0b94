-- case: without a name
create table users (id bigint, region int, primary key (id, region));
-- case: in a column that is filled
create table orders (id bigint primary key);
