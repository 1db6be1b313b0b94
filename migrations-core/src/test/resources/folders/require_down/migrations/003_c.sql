select '003_c.sql';
