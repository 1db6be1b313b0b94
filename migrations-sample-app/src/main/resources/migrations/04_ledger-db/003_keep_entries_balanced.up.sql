create function refuse_unbalanced_entry() returns trigger
    language plpgsql
as $function$
declare
    difference numeric;
begin
    select sum(amount)
    into difference
    from postings
    where entry_id = coalesce(new.entry_id, old.entry_id);

    if difference <> 0 then
        raise exception 'entry % is out of balance by %', coalesce(new.entry_id, old.entry_id), difference
            using errcode = 'check_violation';
    end if;
    return null;
end;
$function$;

-- Deferred: an entry's postings come one by one, and have to agree only at the commit.
create constraint trigger postings_balanced
    after insert or update or delete on postings
    deferrable initially deferred
    for each row
    execute function refuse_unbalanced_entry();
