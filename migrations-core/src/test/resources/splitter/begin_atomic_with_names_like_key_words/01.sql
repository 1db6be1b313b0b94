create function f() returns int begin atomic select t.end, t.case, 1 as end, 2 as case from t; select 3 end; end
