select '003_c_down.sql';
