insert into products (sku, name, price)
values ('TEA-0001', 'Darjeeling, first flush; 100 g', 14.90),
       ('TEA-0002', 'Sencha from Uji; 100 g', 18.50),
       ('POT-0001', 'Teapot, cast iron, 0.8 l', 64.00),
       ('CUP-0001', 'Cup, stoneware', 12.00),
       ('BOO-0001', 'The Book of Tea', 9.99);
