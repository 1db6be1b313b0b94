drop trigger products_touch on products;
drop trigger customers_touch on customers;
drop function touch_updated_at();
