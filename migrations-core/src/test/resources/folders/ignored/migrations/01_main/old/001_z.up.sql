select '001_z.up.sql';
