select '20260419123000_c.up.sql';
