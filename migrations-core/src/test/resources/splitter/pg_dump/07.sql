COPY public.users (id, name) FROM stdin
