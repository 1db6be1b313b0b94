-- case: jsonb
create table events (body jsonb);
alter table events add column more jsonb;
