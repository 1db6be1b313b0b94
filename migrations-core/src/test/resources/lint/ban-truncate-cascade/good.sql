-- case: named
truncate users, orders;
-- case: new tables
create table users (id bigint);
truncate users cascade;
