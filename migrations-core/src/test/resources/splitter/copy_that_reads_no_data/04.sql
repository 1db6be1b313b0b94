copy t from program 'stdin'
