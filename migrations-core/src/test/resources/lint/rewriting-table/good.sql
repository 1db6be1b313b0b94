-- case: a plain vacuum
vacuum (analyze) users;
-- case: FULL is off
vacuum (full off) users;
-- case: a new table
create unlogged table users (id bigint);
alter table users set logged;
-- case: PostgreSQL 19 has REPACK
-- server: 19
vacuum full users;
-- case: a setting
alter table users set (fillfactor = 70);
