alter table products
    drop column description;
