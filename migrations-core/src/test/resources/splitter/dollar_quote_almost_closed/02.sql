select $$ $ $$
