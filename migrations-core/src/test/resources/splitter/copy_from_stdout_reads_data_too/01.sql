copy t from stdout
