select '0005_b.up.sql';
