-- Deploy 2, when no running version reads it: the column is only marked, no row is touched.
alter table users drop column note;
