-- "Not valid" takes its strong lock for a moment only; the rows are read under a weak one, while others write.
alter table sales
    add constraint sales_quantity_check check (quantity > 0) not valid,
    add constraint sales_amount_check check (amount >= 0) not valid;

alter table sales
    validate constraint sales_quantity_check;

alter table sales
    validate constraint sales_amount_check;
