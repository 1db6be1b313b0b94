-- case: each once
update users set name = 'a', email = 'b' where name = 'c' and name <> 'd';
-- case: two elements of one array
update users set tags[1] = 'a', tags[2] = 'b' where id = 1;
insert into users (tags[1], tags[2]) values ('a', 'b');
-- case: inserted and updated
insert into users (id, name) values (1, 'a') on conflict (id) do update set id = 2, name = 'b';
-- case: a query
insert into users (id, name) select id, id from other;
