create table categories (
    sku_prefix text primary key,
    name       text not null,
    constraint categories_sku_prefix_check check (sku_prefix ~ '^[A-Z]{3}$'),
    constraint categories_name_key unique (name)
);

comment on table categories is 'What the first three letters of a SKU stand for.';
