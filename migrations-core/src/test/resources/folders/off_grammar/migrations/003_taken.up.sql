select '003_taken.up.sql';
