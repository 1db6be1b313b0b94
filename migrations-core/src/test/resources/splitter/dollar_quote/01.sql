do $$ begin; end; $$
