-- case: a table
create table customers_that_have_not_ordered_anything_for_more_than_one_whole_year (id bigint);
-- case: a column in quotes, twice
alter table users add column "CUSTOMERS_THAT_HAVE_NOT_ORDERED_ANYTHING_FOR_MORE_THAN_ONE_WHOLE_YEAR" bigint;
comment on column users."CUSTOMERS_THAT_HAVE_NOT_ORDERED_ANYTHING_FOR_MORE_THAN_ONE_WHOLE_YEAR" is '';
-- case: letters of two bytes
create index concurrently "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" on users (id);
-- case: inside a DO block
do $$
begin
  create view
    customers_that_have_not_ordered_anything_for_more_than_one_whole_year as select 1;
end $$;
