-- migrations: backfill table=users key=id batch=1000
update users
set full_name = name
where id between :from and :to
and full_name is distinct from name;
