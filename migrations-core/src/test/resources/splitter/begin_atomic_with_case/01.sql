create function f(a int) returns int begin atomic
 select case when a > 0 then case a when 1 then 2 else 3 end else 4 end;
 select (case when true then 1 end);
end
