-- case: in a new table
create table events (body json not null default '{}');
-- case: a new column
alter table app.events add column "Body" json;
-- case: another type
alter table events alter column body type json;
