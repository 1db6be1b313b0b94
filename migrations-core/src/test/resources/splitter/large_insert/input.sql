insert into t (a, b) values
 (1, 'a;'), -- one;
 (2, E'b\';'), /* two; */
 (3, $x$;$x$), (4, "c;"), (5, a$b$c), (6, U&'\003B;'), (7, date'2020-01-01'), (-8, - 8)
 -- done
;
select 1;