select '1_a.up.sql';
