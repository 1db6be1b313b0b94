create table people (id int, city text, zip text);
create statistics places on city, zip from people;
-- = again
create table people (id int, city text, zip text);
create statistics places (mcv, dependencies, ndistinct) on zip, city from people;
-- = kinds
drop statistics places;
create statistics places (dependencies) on city, zip from people;
-- = columns
drop statistics places;
create statistics places on city, zip, id from people;
-- = expression
create statistics folded on lower(city) from people;
-- = target
alter statistics places set statistics 100;
-- = zero_target
alter statistics places set statistics 0;
-- = owner
alter statistics places owner to snapshot_app;
-- = comment
comment on statistics places is 'they go together';
-- = renamed
alter statistics places rename to spots;
