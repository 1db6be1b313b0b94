create table accounts (
    id       bigint generated always as identity primary key,
    code     text not null,
    name     text not null,
    kind     text not null,
    currency text not null default 'EUR',
    constraint accounts_code_key unique (code),
    constraint accounts_kind_check check (kind in ('asset', 'liability', 'equity', 'income', 'expense')),
    constraint accounts_currency_check check (currency ~ '^[A-Z]{3}$'),
    -- What the composite foreign key of the postings refers to.
    constraint accounts_id_currency_key unique (id, currency)
);
