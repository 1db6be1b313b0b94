select E'a'';b'
