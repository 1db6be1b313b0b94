select $a
