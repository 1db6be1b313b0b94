-- case: of a table
alter table orders add constraint orders_user_fk foreign key (user_id) references users (id) on delete cascade;
-- case: without a name
alter table app.orders add foreign key (user_id, region) references app.users;
-- case: in a column that is filled
alter table orders add column user_id bigint default 1 references users (id);
