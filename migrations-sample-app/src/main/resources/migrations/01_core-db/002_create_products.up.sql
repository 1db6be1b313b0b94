create table products (
    id         bigint generated always as identity primary key,
    sku        text           not null,
    name       text           not null,
    price      numeric(12, 2) not null,
    active     boolean        not null default true,
    created_at timestamptz    not null default now(),
    updated_at timestamptz    not null default now(),
    constraint products_sku_key unique (sku),
    constraint products_sku_check check (sku ~ '^[A-Z]{3}-[0-9]{4}$'),
    constraint products_name_check check (length(name) between 1 and 200),
    constraint products_price_check check (price >= 0)
);

comment on table products is 'What the shop sells, or used to sell.';
comment on column products.sku is 'Three letters for the category, four digits for the article: TEA-0001.';
comment on column products.active is 'False once it is no longer sold; old orders still show it.';
