select '005_b.down.sql';
