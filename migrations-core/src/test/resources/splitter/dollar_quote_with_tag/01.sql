do $body$ select $$;$$; $bod$; $Body$; $body$
