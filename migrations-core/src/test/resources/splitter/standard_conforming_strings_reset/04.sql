select 'a\'
