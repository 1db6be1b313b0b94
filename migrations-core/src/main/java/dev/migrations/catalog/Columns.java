package dev.migrations.catalog;

import java.util.List;

/** Columns of tables and views, and the attributes of composite types. */
final class Columns {

    /** On PostgreSQL 18 a NOT NULL is a constraint, which may be not valid although the column says so already. */
    private static final CatalogQuery COLUMNS = new CatalogQuery("""
            select 'column' as kind, n.nspname as schema, c.relname as relation, a.attname as name,
                   pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
                   case when a.attinhcount > 0 and not a.attislocal and not c.relispartition then 'yes' end as inherited,
                   case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end as collation,
                   case when a.attnotnull or o.oid is not null then array_remove(array[
                       coalesce(o.conname::text, 'yes'),
                       case when o.connoinherit then 'no inherit' end,
                       case when not o.convalidated then 'not valid' end,
                       case when not o.conislocal and not c.relispartition then 'inherited' end], null) end as "not null",
                   {comment pg_constraint; o.oid; 0} as "not null comment",
                   case a.attgenerated when '' then {expr d.adbin; d.adrelid} end as default,
                   case when a.attgenerated <> '' then
                       'ALWAYS AS (' || {expr d.adbin; d.adrelid} || ') '
                       || case a.attgenerated when 's' then 'STORED' else 'VIRTUAL' end end as generated,
                   case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
                   case when s.relname <> c.relname || '_' || a.attname || '_seq' or s.relnamespace <> c.relnamespace
                        then s.oid::regclass::text end as sequence,
                   {grants s.relacl; pg_catalog.acldefault('s', s.relowner); s.relowner} as "sequence grants",
                   {comment pg_class; s.oid; 0} as "sequence comment",
                   q.start, q.increment, q.minimum, q.maximum, q.cache, q.cycle,
                   case when a.attstorage <> t.typstorage then
                       case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                            else 'extended' end end as storage,
                   case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
                   case when a.attstattarget >= 0 then a.attstattarget::text end as statistics,
                   {sorted a.attoptions} as options,
                   {masked a.attfdwoptions} as "foreign options",
                   {grants a.attacl; pg_catalog.acldefault('c', c.relowner); c.relowner} as grants,
                   {comment pg_class; c.oid; a.attnum} as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join user_schema n on n.oid = c.relnamespace
            join pg_catalog.pg_type t on t.oid = a.atttypid
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            left join pg_catalog.pg_constraint o
                   on o.conrelid = a.attrelid and o.contype = 'n' and o.conkey[1] = a.attnum
            left join identity_sequence i on i.attrelid = a.attrelid and i.attnum = a.attnum
            left join sequence_option q on q.seqrelid = i.seqrelid
            left join pg_catalog.pg_class s on s.oid = i.seqrelid
            where {asked c.oid} and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
            order by a.attrelid, a.attnum""");

    static final List<CatalogQuery> ALL = List.of(COLUMNS);

    private Columns() {}
}
