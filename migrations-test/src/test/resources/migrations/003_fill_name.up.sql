update users set name = split_part(email, '@', 1) where name is null;
alter table users alter name set not null;
