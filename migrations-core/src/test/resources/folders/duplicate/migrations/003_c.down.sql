select '003_c.down.sql';
