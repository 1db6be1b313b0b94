SELECT pg_catalog.setval('public.users_id_seq', 3, true)
