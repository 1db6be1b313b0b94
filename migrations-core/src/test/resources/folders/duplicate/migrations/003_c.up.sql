select '003_c.up.sql';
