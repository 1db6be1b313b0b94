-- case: VACUUM FULL
-- server: 19
vacuum full users, app.orders;
-- case: VACUUM FULL of everything
-- server: 19
vacuum full;
-- case: CLUSTER
-- server: 19
cluster users using users_pkey;
-- case: CLUSTER of everything
-- server: 19
cluster;
-- case: REPACK that blocks
-- server: 19
repack users;
