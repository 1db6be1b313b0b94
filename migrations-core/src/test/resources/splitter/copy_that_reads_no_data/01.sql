copy t to stdout
