create or replace view sales_summary as
select (sales.sold_at at time zone 'UTC')::date as day,
       coalesce(categories.name, 'Other')       as category,
       count(distinct sales.order_id)           as orders,
       sum(sales.quantity)                      as quantity,
       sum(sales.amount)                        as amount
from sales
left join categories on categories.sku_prefix = left(sales.sku, 3)
group by 1, 2;

comment on view sales_summary is 'Sales by day (UTC) and category.';
