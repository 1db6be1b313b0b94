select 'r_views.sql';
