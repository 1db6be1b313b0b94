-- case: a database
drop database shop;
-- case: if it is there
drop database if exists "Shop" with (force);
