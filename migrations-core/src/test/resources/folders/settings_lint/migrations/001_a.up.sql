select '001_a.up.sql';
