select 'b\\'
