select E'a' /* 
 */ 'b\'
