select X''
