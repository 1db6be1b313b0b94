-- case: another expression
create table users (first_name text, last_name text, full_name text generated always as (first_name) stored);
