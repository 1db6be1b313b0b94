--
-- PostgreSQL database dump
--

\restrict 7bXq0T3yYV1

-- Dumped from database version 18.0
-- Dumped by pg_dump version 18.0

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ begin new.at := now(); return new; end; $$;

CREATE TABLE public.users (
    id bigint NOT NULL,
    name text DEFAULT 'it''s; me'::text
);

--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: app
--

COPY public.users (id, name) FROM stdin;
1	Größe; 'x'
2	\N
3	-- no comment /*
\.


SELECT pg_catalog.setval('public.users_id_seq', 3, true);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

--
-- PostgreSQL database dump complete
--

\unrestrict 7bXq0T3yYV1

