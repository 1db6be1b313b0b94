-- case: a value
alter type app.mood add value 'blue';
-- case: if it is not there
alter type mood add value if not exists 'it''s';
