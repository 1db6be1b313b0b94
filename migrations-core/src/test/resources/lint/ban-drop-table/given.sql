-- case: several
create table "Old" (id int);
