create table orders (id int primary key, customer int not null);
