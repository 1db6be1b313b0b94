create function keep_order_total() returns trigger
    language plpgsql
as $function$
begin
    update orders
    set total      = (select coalesce(sum(quantity * unit_price), 0)
                      from order_lines
                      where order_id = orders.id),
        updated_at = now()
    where id in (old.order_id, new.order_id);
    return null;
end;
$function$;

comment on function keep_order_total() is 'Keeps orders.total true, whoever changes a line.';

create trigger order_lines_keep_total
    after insert or update or delete on order_lines
    for each row
    execute function keep_order_total();
