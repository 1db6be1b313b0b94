select $größe$ ; $grösse$ ; $größe$
