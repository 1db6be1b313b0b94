select '9_d.up.sql';
