select N'a;''\', n'b'
