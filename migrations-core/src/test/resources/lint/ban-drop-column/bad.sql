-- case: a column
alter table users drop column legacy_name;
-- case: several, one of them quoted
alter table if exists app.users drop column if exists "Old", drop old_2 cascade;
