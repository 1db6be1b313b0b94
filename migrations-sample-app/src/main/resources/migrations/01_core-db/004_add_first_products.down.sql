delete from products
where sku in ('TEA-0001', 'TEA-0002', 'POT-0001', 'CUP-0001', 'BOO-0001');
