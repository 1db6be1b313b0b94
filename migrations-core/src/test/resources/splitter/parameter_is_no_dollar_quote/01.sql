prepare p as select $1, $2
