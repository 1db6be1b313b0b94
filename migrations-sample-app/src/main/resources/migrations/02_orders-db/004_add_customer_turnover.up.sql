-- The body is parsed now, not when it is called: it cannot outlive a column that it needs.
create function customer_turnover(customer bigint) returns numeric
    language sql
    stable
begin atomic
    select coalesce(sum(case when status = 'cancelled' then 0 else total end), 0)
    from orders
    where customer_id = customer;
end;

comment on function customer_turnover(bigint) is 'What a customer has ordered so far and not cancelled.';
