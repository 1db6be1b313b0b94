create trusted language ours handler plpgsql_call_handler;
-- = grants
grant usage on language ours to snapshot_app;
-- = public_revoked
revoke usage on language ours from public;
