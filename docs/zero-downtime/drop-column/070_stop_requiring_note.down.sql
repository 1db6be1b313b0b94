update users set note = '' where note is null;
alter table users alter column note set not null;
