-- case: all rows
update users set active = true;
-- case: all rows, with an alias
update app.orders as o set total = o.net + o.tax returning o.id;
-- case: deleted
delete from only app."Users";
-- case: all rows, behind ALTER TABLE
alter table users add column active boolean;
update users set active = true;
-- case: some rows, behind ALTER TABLE
alter table users add column active boolean;
update users set active = true where created_at < '2020-01-01';
-- case: some rows, behind an index
create index on users (email);
delete from users where email is null;
-- case: in a DO block
do $$
begin
  update users set active = true;
end $$;
