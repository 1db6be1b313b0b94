select '005_a.up.sql';
