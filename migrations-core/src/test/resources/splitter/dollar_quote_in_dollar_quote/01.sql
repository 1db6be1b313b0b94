do $a$ $b$ ; $b$ '; $a$
