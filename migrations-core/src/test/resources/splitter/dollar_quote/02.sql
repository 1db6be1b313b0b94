select $$$$
