select E 'a\'
