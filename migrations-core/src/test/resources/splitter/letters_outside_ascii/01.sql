select 'Größe; π 😀' as größe
