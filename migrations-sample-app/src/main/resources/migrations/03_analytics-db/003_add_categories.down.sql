delete from categories
where sku_prefix in ('BOO', 'CUP', 'POT', 'TEA');
