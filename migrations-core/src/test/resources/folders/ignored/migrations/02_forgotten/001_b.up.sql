select '001_b.up.sql';
