select 'Größe; π 😀' as größe; -- ä;
select "日本;";