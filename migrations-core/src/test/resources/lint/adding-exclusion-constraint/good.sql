-- case: a new table
create table bookings (room int, during tstzrange, exclude using gist (during with &&));
-- case: a new table, afterwards
create table bookings (room int, during tstzrange);
alter table bookings add exclude using gist (during with &&);
-- case: a column of that name
alter table bookings add exclude boolean;
