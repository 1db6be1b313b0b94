select 'V4__create_users.sql';
