-- case: with all that is in it
drop schema app cascade;
-- case: empty
drop schema if exists app, "Old" restrict;
