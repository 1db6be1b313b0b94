select '000_zero.up.sql';
