select 'a'
'b\'
