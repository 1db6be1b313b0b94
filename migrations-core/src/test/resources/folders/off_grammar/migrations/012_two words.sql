select '012_two words.sql';
