create function touch_updated_at() returns trigger
    language plpgsql
as $function$
begin
    new.updated_at := now();
    return new;
end;
$function$;

comment on function touch_updated_at() is 'Keeps updated_at true, whoever changes the row.';

create trigger customers_touch
    before update on customers
    for each row
    when (old.* is distinct from new.*)
    execute function touch_updated_at();

create trigger products_touch
    before update on products
    for each row
    when (old.* is distinct from new.*)
    execute function touch_updated_at();
