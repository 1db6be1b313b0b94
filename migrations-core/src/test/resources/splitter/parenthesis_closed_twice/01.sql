select (1))
