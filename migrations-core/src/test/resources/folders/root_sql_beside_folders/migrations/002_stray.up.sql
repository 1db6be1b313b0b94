select '002_stray.up.sql';
