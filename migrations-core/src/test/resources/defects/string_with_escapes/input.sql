select E'a\';
