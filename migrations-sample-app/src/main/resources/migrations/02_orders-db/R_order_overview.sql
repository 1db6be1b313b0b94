create or replace view order_overview as
select orders.id,
       orders.customer_id,
       orders.status,
       orders.currency,
       orders.total,
       orders.placed_at,
       (select count(*) from order_lines where order_lines.order_id = orders.id) as line_count
from orders;

comment on view order_overview is 'One row for each order, with the number of its lines.';
