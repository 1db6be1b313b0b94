select 'R_refresh_views.sql';
