select ''
