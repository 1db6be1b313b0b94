-- case: a change of type that takes an instant
create table users (name varchar(40));
-- next file
alter table users alter column name type varchar(80), alter column name set not null;
-- case: a rewrite
alter table app.users alter column "Age" type bigint, alter column "Age" set not null;
-- case: null is allowed
create table users (name varchar(40) not null);
-- next file
alter table users alter column name type text, alter column name drop not null;
-- case: null is allowed beside a rewrite
alter table users alter column age type bigint, alter column age drop not null;
