\set name 'x'
