select 'a;b', ';'
