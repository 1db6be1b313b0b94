select 'open;
