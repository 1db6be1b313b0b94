select 'a\';b'
