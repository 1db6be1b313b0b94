select 'U4__create_users.sql';
