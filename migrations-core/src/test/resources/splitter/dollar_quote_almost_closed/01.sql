select $a$ $a $a$
