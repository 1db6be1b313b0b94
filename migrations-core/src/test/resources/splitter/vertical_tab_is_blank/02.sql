select2
