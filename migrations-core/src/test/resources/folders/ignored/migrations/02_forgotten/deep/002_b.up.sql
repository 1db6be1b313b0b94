select '002_b.up.sql';
