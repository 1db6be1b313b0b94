select :name, :'v;', :"w;"
