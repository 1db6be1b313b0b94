copy b from stdin
