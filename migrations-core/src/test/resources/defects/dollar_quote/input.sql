do $body$
begin
  null;
end
$Body$;
