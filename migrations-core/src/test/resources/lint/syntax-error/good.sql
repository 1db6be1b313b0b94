-- case: a script that can be cut
select 'abc';
