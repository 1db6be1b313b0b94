create table a (id int refrences b);
