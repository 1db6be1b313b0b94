create table events (id int, day date) partition by range (day);
create table events_1 partition of events for values from ('2026-01-01') to ('2026-02-01');
create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger stamped before insert on events for each row execute function stamp();
-- = again
create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create table events (id int, day date) partition by range (day);
create trigger stamped before insert on events for each row execute function stamp();
create table events_1 (id int, day date);
alter table events attach partition events_1 for values from ('2026-01-01') to ('2026-02-01');
-- = own_trigger
create trigger own before insert on events_1 for each row execute function stamp();
-- = disabled_on_partition
alter table events_1 disable trigger stamped;
-- = disabled_on_parent_only
alter table only events disable trigger stamped;
-- = disabled_on_both
alter table only events disable trigger stamped;
alter table events_1 disable trigger stamped;
