create table orders (id int, owner name);
create policy own on orders using (owner = current_user);
-- = again
create table orders (id int, owner name);
create policy own on orders as permissive for all to public using (owner = current_user);
-- = command
drop policy own on orders;
create policy own on orders for select using (owner = current_user);
-- = restrictive
drop policy own on orders;
create policy own on orders as restrictive using (owner = current_user);
-- = roles
alter policy own on orders to snapshot_app, snapshot_reader;
-- = condition
alter policy own on orders using (owner = session_user);
-- = check
alter policy own on orders with check (id > 0);
-- = insert
create policy added on orders for insert with check (true);
-- = comment
comment on policy own on orders is 'each to their own';
-- = renamed
alter policy own on orders rename to mine;
