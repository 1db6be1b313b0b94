create function watch() returns event_trigger language plpgsql as $$ begin null; end $$;
create event trigger watched on ddl_command_end execute function watch();
-- = event
drop event trigger watched;
create event trigger watched on sql_drop execute function watch();
-- = tags
drop event trigger watched;
create event trigger watched on ddl_command_end when tag in ('CREATE TABLE', 'DROP TABLE') execute function watch();
-- = disabled
alter event trigger watched disable;
-- = always
alter event trigger watched enable always;
-- = replica
alter event trigger watched enable replica;
-- = comment
comment on event trigger watched is 'who did it';
