select 'R_functions.sql';
