 
	-- nothing; here
/* nor; here */
