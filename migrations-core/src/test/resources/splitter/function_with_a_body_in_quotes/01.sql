create function f() returns trigger language plpgsql as $$
begin
  if true then return new; end if;
end $$
