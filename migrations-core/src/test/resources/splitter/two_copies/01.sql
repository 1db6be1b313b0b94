copy a from stdin
