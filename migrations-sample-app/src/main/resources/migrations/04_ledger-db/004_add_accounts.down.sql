delete from accounts
where code in ('1000', '1200', '4000', '6000');
