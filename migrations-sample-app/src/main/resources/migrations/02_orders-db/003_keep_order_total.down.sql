drop trigger order_lines_keep_total on order_lines;
drop function keep_order_total();
