select $1a$
