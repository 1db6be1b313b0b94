-- case: before another
alter type mood add value 'blue' before 'sad';
-- case: after another
alter type mood add value if not exists 'blue' after 'sad';
