select 'it''s; fine', ''''
