create function f() returns int language sql as 'select ''a;''::text; select 1;'
