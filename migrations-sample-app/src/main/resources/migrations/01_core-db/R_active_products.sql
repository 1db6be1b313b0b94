create or replace view active_products as
select sku,
       name,
       price
from products
where active;

comment on view active_products is 'The price list.';
