-- case: 63 bytes
create table abcdefghi_abcdefghi_abcdefghi_abcdefghi_abcdefghi_abcdefghi_abc (id bigint);
-- case: long text is no name
comment on table users is 'customers_that_have_not_ordered_anything_for_more_than_one_whole_year';
-- case: a name in a comment
create table users (id bigint); -- customers_that_have_not_ordered_anything_for_more_than_one_whole_year
