select E'a' 'b\'
