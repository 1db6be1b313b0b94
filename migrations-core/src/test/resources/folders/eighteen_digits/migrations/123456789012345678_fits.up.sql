select '123456789012345678_fits.up.sql';
