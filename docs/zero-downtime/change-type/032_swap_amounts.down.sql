alter table orders rename column amount to amount_big;
alter table orders rename column amount_small to amount;

create function orders_keep_big_amount() returns trigger language plpgsql as $$
begin
    new.amount_big := new.amount;
    return new;
end;
$$;

create trigger orders_keep_big_amount before insert or update on orders
    for each row execute function orders_keep_big_amount();
