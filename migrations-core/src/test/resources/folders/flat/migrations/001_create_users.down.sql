select '001_create_users.down.sql';
