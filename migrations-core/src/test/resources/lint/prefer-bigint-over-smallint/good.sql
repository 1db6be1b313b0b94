-- case: bigint
create table orders (id bigint, state bigint);
