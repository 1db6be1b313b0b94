select a$b$c
