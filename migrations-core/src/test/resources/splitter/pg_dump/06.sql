CREATE TABLE public.users (
    id bigint NOT NULL,
    name text DEFAULT 'it''s; me'::text
)
