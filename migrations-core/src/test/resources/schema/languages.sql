create language ours handler plpgsql_call_handler validator plpgsql_validator;
-- = again
create language ours handler plpgsql_call_handler validator plpgsql_validator;
-- = inline
drop language ours;
create language ours handler plpgsql_call_handler inline plpgsql_inline_handler validator plpgsql_validator;
-- = trusted
drop language ours;
create trusted language ours handler plpgsql_call_handler validator plpgsql_validator;
-- = comment
comment on language ours is 'like plpgsql';
-- = owner
alter language ours owner to snapshot_app;
