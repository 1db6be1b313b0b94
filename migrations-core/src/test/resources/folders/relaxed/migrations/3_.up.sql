select '3_.up.sql';
