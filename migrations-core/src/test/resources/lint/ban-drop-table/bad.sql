-- case: a table
drop table users;
-- case: several
drop table if exists app.users, "Old";
-- case: inside a DO block
do $$
begin
  drop table users;
end $$;
