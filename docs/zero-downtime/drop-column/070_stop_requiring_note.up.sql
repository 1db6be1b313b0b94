-- Deploy 1, with the version that no longer knows the column: what it inserts has none.
alter table users alter column note drop not null;
