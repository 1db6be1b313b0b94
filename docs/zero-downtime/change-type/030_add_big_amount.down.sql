drop trigger orders_keep_big_amount on orders;
drop function orders_keep_big_amount();
alter table orders drop column amount_big;
