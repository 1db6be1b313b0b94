select '007_x.UP.sql';
