-- Deploy 1. Both names exist, and a trigger keeps them alike whichever version of the application writes.
alter table users add column full_name text;

create function users_keep_full_name() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.full_name := coalesce(new.full_name, new.name);
        new.name := coalesce(new.name, new.full_name);
    elsif new.full_name is distinct from old.full_name then
        new.name := new.full_name;
    elsif new.name is distinct from old.name then
        new.full_name := new.name;
    end if;
    return new;
end;
$$;

create trigger users_keep_full_name before insert or update on users
    for each row execute function users_keep_full_name();
