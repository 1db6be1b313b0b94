-- case: an update
update users set name = 'a', email = 'b', name = 'c' where id = 1;
-- case: several at once
update app.users set ("Name", email) = ('a', 'b'), "Name" = 'c' where id = 1;
-- case: an insert
insert into users (name, email, name) values ('a', 'b', 'c');
-- case: an upsert
insert into users (id, name) values (1, 'a') on conflict (id) do update set name = excluded.name, name = 'b' where users.id > 0;
