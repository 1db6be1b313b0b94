-- case: a named one
create table bookings (room int4range, during tstzrange, cancelled boolean);
-- case: without a name
create table app.bookings (during tstzrange);
