create function f() returns trigger language plpgsql as $$
begin
  if true then return new; end if;
end $$;
create trigger t before update on a for each row execute function f();