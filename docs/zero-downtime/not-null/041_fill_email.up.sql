-- migrations: backfill table=users key=id batch=1000
update users
set email = 'unknown-' || id || '@example.org'
where id between :from and :to
and email is null;
