-- case: without a mode
lock table users;
-- case: writes only, two tables
lock table app.users, only orders in share row exclusive mode;
