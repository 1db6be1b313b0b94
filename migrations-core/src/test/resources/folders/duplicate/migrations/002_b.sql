select '002_b.sql';
