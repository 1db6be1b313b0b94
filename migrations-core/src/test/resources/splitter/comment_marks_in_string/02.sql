select '*/'
