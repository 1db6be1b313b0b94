\restrict AbC123
select 1;
\unrestrict AbC123
