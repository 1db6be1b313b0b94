-- case: a value
alter type app.mood rename value 'sad' to 'it''s sad';
