select $b$ $a$ ; $b$
