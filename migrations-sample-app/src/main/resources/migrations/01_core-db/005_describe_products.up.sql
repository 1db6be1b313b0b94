alter table products
    add column description text;

update products
set description = described.description
from (values ('TEA-0001', 'Light and flowery, picked in March.'),
             ('TEA-0002', 'Fresh and grassy; brew it at 70 °C.'),
             ('POT-0001', 'Keeps the tea warm for an hour; with a sieve.')) as described (sku, description)
where products.sku = described.sku;
