create table entries (
    id        bigint generated always as identity primary key,
    text      text        not null,
    booked_at timestamptz not null default now()
);

create table postings (
    entry_id   bigint         not null references entries (id),
    line_no    integer        not null,
    account_id bigint         not null,
    currency   text           not null,
    amount     numeric(14, 2) not null,
    primary key (entry_id, line_no),
    constraint postings_amount_check check (amount <> 0),
    -- An account is posted to in its own currency only.
    constraint postings_account_fkey foreign key (account_id, currency) references accounts (id, currency)
);

create index postings_account_id_idx on postings (account_id);

comment on column postings.amount is 'Debit above zero, credit below.';
