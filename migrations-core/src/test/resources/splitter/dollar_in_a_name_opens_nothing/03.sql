select "x"$$;$$
