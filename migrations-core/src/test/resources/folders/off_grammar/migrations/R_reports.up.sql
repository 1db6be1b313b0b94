select 'R_reports.up.sql';
