-- case: a check in the column
create table users (name varchar(40) check (name <> ''));
-- next file
alter table users alter column name type varchar(80);
-- case: checks of the table
create table app.users (a varchar(40), "B" varchar(40), constraint both_given check (a <> '' and "B" <> ''), constraint short check (length("B") < 9));
-- next file
alter table app.users alter column "B" type text;
