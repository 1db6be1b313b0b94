-- case: not valid
alter domain positive add constraint above check (value > 0) not valid;
-- case: told to ignore it
-- migrations: lint-ignore=ban-alter-domain-with-add-constraint because the tables are small
alter domain positive validate constraint above;
-- case: a domain that is made in the same file
create domain positive as integer;
alter domain positive add constraint above check (value > 0);
-- case: anything else
alter domain positive drop constraint above;
