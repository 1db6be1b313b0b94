drop index concurrently sales_sold_at_idx;
