-- case: in a new table
create table countries (code char(2) primary key, "Flag" character, old bpchar);
-- case: a new column
alter table app.countries add column code char(2) default 'DE';
-- case: another type
alter table countries alter column code type char(3);
