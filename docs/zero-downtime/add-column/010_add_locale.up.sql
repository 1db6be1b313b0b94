-- A constant default is kept in the catalogue: no row is touched (PostgreSQL 11 and later).
alter table users add column locale text not null default 'en';
