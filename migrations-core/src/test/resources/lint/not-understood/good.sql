-- case: what changes no definition
select 1;
explain select 1;
grant select on users to reader;
comment on table users is 'people';
-- case: a statement in plain words
do $$
begin
  execute 'create table users (id bigint)';
end $$;
