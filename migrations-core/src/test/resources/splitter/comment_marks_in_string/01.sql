select '--', '/*'
