select '004_shut_down.sql';
