select '001_a.down.sql';
