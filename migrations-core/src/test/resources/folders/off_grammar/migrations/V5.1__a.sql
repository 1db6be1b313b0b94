select 'V5.1__a.sql';
