-- The next deploy.
alter table orders drop column amount_small;
