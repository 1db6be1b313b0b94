select '001_users.up.sql';
