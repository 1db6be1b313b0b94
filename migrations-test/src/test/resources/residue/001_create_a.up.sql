create table a (id int); create table if not exists b (id int);
