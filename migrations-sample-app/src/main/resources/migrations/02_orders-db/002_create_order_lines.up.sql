create table order_lines (
    order_id   bigint         not null,
    line_no    integer        not null,
    currency   text           not null,
    sku        text           not null,
    quantity   integer        not null,
    unit_price numeric(12, 2) not null,
    primary key (order_id, line_no),
    constraint order_lines_quantity_check check (quantity > 0),
    constraint order_lines_unit_price_check check (unit_price >= 0),
    -- With the currency in the key, an order cannot hold lines of two currencies.
    constraint order_lines_order_fkey foreign key (order_id, currency)
        references orders (id, currency) on delete cascade
);

comment on column order_lines.unit_price is 'The price on the day of the order: products change theirs.';
