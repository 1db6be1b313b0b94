select '001_create_users.up.sql';
