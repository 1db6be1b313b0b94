-- New rows are checked from now on, old ones are not looked at.
alter table orders add constraint orders_user_fkey foreign key (user_id) references users (id) not valid;
