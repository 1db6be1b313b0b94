copy t from 'stdin'
