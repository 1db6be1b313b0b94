copy (select 'from stdin') to stdout
