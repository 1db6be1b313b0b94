alter table sales
    drop constraint sales_amount_check,
    drop constraint sales_quantity_check;
