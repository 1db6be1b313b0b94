	select	'x;
