select '010_seed.sql';
