create table orders (
    id          bigint generated always as identity primary key,
    customer_id bigint         not null,
    currency    text           not null default 'EUR',
    status      text           not null default 'open',
    total       numeric(14, 2) not null default 0,
    placed_at   timestamptz    not null default now(),
    updated_at  timestamptz    not null default now(),
    constraint orders_currency_check check (currency ~ '^[A-Z]{3}$'),
    constraint orders_status_check check (status in ('open', 'paid', 'sent', 'cancelled')),
    -- What the composite foreign key of the lines refers to.
    constraint orders_id_currency_key unique (id, currency)
);

create index orders_customer_id_idx on orders (customer_id);

comment on column orders.customer_id is 'customers.id of the core database; no foreign key reaches that far.';
comment on column orders.total is 'The sum of its lines, kept by a trigger.';
