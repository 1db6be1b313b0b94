-- case: two
create table "Orders" (id bigint);
