package dev.migrations.catalog;

import java.util.List;

/** Sequences of their own; one behind an identity is told of at its column. */
final class Sequences {

    private static final CatalogQuery SEQUENCES = new CatalogQuery("""
            select 'sequence' as kind, n.nspname as schema, '' as relation, c.relname as name,
                   pg_catalog.format_type(s.seqtypid, null) as type,
                   case c.relpersistence when 'u' then 'unlogged' end as persistence,
                   o.start, o.increment, o.minimum, o.maximum, o.cache, o.cycle,
                   (select d.refobjid::regclass || '.' || pg_catalog.quote_ident(a.attname)
                    from pg_catalog.pg_depend d
                    join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                      and d.refclassid = 'pg_catalog.pg_class'::regclass and d.deptype = 'a') as "owned by",
                   pg_catalog.pg_get_userbyid(c.relowner) as owner,
                   {grants c.relacl; pg_catalog.acldefault('s', c.relowner); c.relowner} as grants,
                   {comment pg_class; c.oid; 0} as comment
            from pg_catalog.pg_sequence s
            join sequence_option o on o.seqrelid = s.seqrelid
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join user_schema n on n.oid = c.relnamespace
            where {own pg_class; c.oid}""");

    static final List<CatalogQuery> ALL = List.of(SEQUENCES);

    private Sequences() {}
}
