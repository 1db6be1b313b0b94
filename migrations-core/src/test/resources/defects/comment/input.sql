select 1;
/* a /* nested */ comment;
select 2;
