select "'"
