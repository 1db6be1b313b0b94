insert into categories (sku_prefix, name)
values ('BOO', 'Books'),
       ('CUP', 'Tableware'),
       ('POT', 'Teapots'),
       ('TEA', 'Tea');
