-- case: a named one
alter table bookings add constraint no_overlap exclude using gist (room with =, during with &&) where (not cancelled);
-- case: without a name
alter table app.bookings add exclude using gist (during with &&);
