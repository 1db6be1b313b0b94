-- case: not valid
alter table orders add constraint orders_user_fk foreign key (user_id) references users (id) not valid;
-- case: a new table
create table orders (id bigint, user_id bigint);
alter table orders add foreign key (user_id) references users (id);
-- case: in a column that is null everywhere, there is nothing to check
alter table orders add column user_id bigint references users (id);
