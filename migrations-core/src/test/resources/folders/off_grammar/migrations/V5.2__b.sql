select 'V5.2__b.sql';
