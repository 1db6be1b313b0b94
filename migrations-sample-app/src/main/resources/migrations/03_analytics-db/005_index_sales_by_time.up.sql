-- Rows arrive in the order of time, so a block range index of a few pages finds a month.
create index concurrently sales_sold_at_idx on sales using brin (sold_at);
