-- Adds the index
-- migrations: run=always lock_timeout=5s
select 1;
