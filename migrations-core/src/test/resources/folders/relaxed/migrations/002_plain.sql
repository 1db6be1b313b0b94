select '002_plain.sql';
