-- case: all rows
alter table users add column active boolean;
-- case: all rows, with an alias
alter table app.orders add column total int, add column net int, add column tax int;
-- case: some rows, behind ALTER TABLE
alter table users add column created_at timestamptz;
-- case: in a DO block
alter table users add column active boolean;
