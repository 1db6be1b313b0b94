select '008.sql';
