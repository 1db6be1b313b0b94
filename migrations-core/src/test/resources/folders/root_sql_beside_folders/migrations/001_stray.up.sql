select '001_stray.up.sql';
