create table sales (
    order_id bigint         not null,
    line_no  integer        not null,
    sku      text           not null,
    quantity integer        not null,
    amount   numeric(14, 2) not null,
    sold_at  timestamptz    not null,
    primary key (order_id, line_no)
);

comment on table sales is 'One row for each order line, written when the order is placed and never changed.';
