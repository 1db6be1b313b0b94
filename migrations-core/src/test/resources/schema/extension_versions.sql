create extension pg_stat_statements version '1.8';
-- = version
alter extension pg_stat_statements update to '1.9';
