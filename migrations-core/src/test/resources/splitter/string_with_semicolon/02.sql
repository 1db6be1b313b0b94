select ';'
