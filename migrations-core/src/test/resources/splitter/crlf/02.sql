select 'a
b'
