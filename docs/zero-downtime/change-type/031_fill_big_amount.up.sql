-- migrations: backfill table=orders key=id batch=1000
update orders
set amount_big = amount
where id between :from and :to
and amount_big is distinct from amount;
