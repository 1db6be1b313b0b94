select 5 - -1
