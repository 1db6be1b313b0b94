select 'b\'
