-- case: a rewrite
alter table app.users add column "Age" int;
-- case: null is allowed beside a rewrite
alter table users add column age int;
