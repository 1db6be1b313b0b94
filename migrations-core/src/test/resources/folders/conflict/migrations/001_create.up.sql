select '001_create.up.sql';
