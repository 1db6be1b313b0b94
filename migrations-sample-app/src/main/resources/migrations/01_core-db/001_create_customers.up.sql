create table customers (
    id         bigint generated always as identity primary key,
    email      text        not null,
    name       text        not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint customers_email_check check (email like '%_@_%' and length(email) <= 254),
    constraint customers_name_check check (length(name) between 1 and 200)
);

-- One account per address, however it is written.
create unique index customers_email_key on customers (lower(email));

comment on table customers is 'Everyone who has ever signed up.';
