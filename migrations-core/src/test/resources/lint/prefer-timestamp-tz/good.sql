-- case: with a time zone
create table orders (placed_at timestamptz, paid timestamp(3) with time zone);
-- case: no timestamps
create table orders (day date, at time);
