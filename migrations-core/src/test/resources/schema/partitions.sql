create table events (id int not null, day date not null, kind text, primary key (id, day)) partition by range (day);
create index events_kind on events (kind);
create table events_1 partition of events for values from ('2026-01-01') to ('2026-02-01');
create table events_2 partition of events for values from ('2026-02-01') to ('2026-03-01');
-- = again
create table events (id int not null, day date not null, kind text) partition by range (day);
create table events_2 partition of events for values from ('2026-02-01') to ('2026-03-01');
create table events_1 (id int constraint events_id_not_null not null, day date constraint events_day_not_null not null, kind text);
alter table events attach partition events_1 for values from ('2026-01-01') to ('2026-02-01');
alter table events add primary key (id, day);
create index events_kind on events (kind);
-- = bound
alter table events detach partition events_2;
alter table events attach partition events_2 for values from ('2026-02-01') to ('2026-02-15');
-- = default_partition
create table events_other partition of events default;
-- = detached
alter table events detach partition events_2;
-- = sub_partitioned
create table events_3 partition of events for values from ('2026-03-01') to ('2026-04-01') partition by list (id);
-- = hash
create table hashed (id int) partition by hash (id);
create table hashed_0 partition of hashed for values with (modulus 2, remainder 0);
-- = expression_key
create table by_kind (kind text) partition by list (lower(kind));
-- = key_collation
create table by_kind (kind text) partition by range (kind collate "C" text_pattern_ops);
-- = own_index
create index only_here on events_1 (kind);
-- = own_constraint
alter table events_1 add constraint known check (kind <> '');
-- = parent_constraint
alter table events add constraint known check (kind <> '');
-- = own_default
alter table events_1 alter kind set default 'x';
-- = index_renamed
alter index events_1_kind_idx rename to events_1_by_kind;
-- = index_only_on_parent
create index events_id on only events (id);
-- = index_not_attached
create index events_id on only events (id);
create index events_1_id on events_1 (id);
-- = index_attached
create index events_id on only events (id);
create index events_1_id on events_1 (id);
alter index events_id attach partition events_1_id;
-- = references_it
create table notes (id int, day date, foreign key (id, day) references events);
-- = refers_to_another
create table kinds (kind text primary key);
alter table events add foreign key (kind) references kinds;
-- = option
alter table events_1 set (fillfactor = 50);
-- = owner
alter table events_1 owner to snapshot_app;
-- = column_order
drop table events_1;
create table events_1 (kind text, day date not null, id int not null);
alter table events attach partition events_1 for values from ('2026-01-01') to ('2026-02-01');
