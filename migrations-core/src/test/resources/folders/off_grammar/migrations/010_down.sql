select '010_down.sql';
