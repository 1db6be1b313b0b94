drop function customer_turnover(bigint);
