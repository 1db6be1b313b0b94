-- case: one without a name over two columns
alter table app."Users" add column tenant_id int, add column "Email" text;
-- case: without overlaps
create table bookings (room int4range, during tstzrange);
