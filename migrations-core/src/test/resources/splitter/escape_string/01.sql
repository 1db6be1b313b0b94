select E'a\';b', e'\\'
