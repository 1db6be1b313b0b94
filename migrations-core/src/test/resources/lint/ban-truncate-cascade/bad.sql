-- case: one
truncate users cascade;
-- case: two
truncate table app.users, "Orders" restart identity cascade;
