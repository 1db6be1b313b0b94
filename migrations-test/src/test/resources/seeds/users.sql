-- two users; a body that a driver would cut at its semicolons
create function greet(name text) returns text begin atomic select 'Hello, ' || name; select 'Good day, ' || name; end;
insert into users (email, name) values ('ann@example.org', 'Ann'), ('bob@example.org', 'Bob');
