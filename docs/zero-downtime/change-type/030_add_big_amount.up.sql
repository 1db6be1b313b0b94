-- int to bigint would rewrite the table: a second column is filled beside the first instead.
alter table orders add column amount_big bigint;

create function orders_keep_big_amount() returns trigger language plpgsql as $$
begin
    new.amount_big := new.amount;
    return new;
end;
$$;

create trigger orders_keep_big_amount before insert or update on orders
    for each row execute function orders_keep_big_amount();
