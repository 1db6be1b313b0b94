select '1234567890123456789_does_not.up.sql';
