package dev.migrations.catalog;

import java.util.List;

/** Types and domains; the attributes of a composite type are among the {@link Columns}. */
final class Types {

    /** The types of tables, of arrays and of multiranges come and go with what they are of. */
    private static final CatalogQuery TYPES = new CatalogQuery("""
            select 'type' as kind, n.nspname as schema, '' as relation, t.typname as name,
                   case when not t.typisdefined then 'shell' when t.typtype = 'e' then 'enum'
                        when t.typtype = 'c' then 'composite' when t.typtype = 'r' then 'range' else 'base' end as type,
                   (select array_agg(e.enumlabel::text order by e.enumsortorder)
                    from pg_catalog.pg_enum e where e.enumtypid = t.oid) as labels,
                   pg_catalog.pg_get_userbyid(t.typowner) as owner,
                   {grants t.typacl; pg_catalog.acldefault('T', t.typowner); t.typowner} as grants,
                   {comment pg_type; t.oid; 0} as comment
            from pg_catalog.pg_type t
            join user_schema n on n.oid = t.typnamespace
            left join pg_catalog.pg_class c on c.oid = t.typrelid
            where t.typtype in ('b', 'c', 'e', 'p') and coalesce(c.relkind, 'c') = 'c' and {own pg_type; t.oid}
              and not (t.typtype = 'b' and t.typisdefined)""");

    private static final CatalogQuery RANGES = new CatalogQuery("""
            select 'type' as kind, n.nspname as schema, '' as relation, t.typname as name, 'range' as type,
                   'CREATE TYPE ' || pg_catalog.format_type(t.oid, null) || ' AS RANGE (\n    '
                   || array_to_string(array[
                          'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, null),
                          case when not o.opcdefault then
                              'SUBTYPE_OPCLASS = ' || pg_catalog.quote_ident(s.nspname) || '.'
                              || pg_catalog.quote_ident(o.opcname) end,
                          case when r.rngcollation <> b.typcollation then
                              'COLLATION = ' || r.rngcollation::regcollation end,
                          case when r.rngcanonical <> 0 then 'CANONICAL = ' || r.rngcanonical::regproc end,
                          case when r.rngsubdiff <> 0 then 'SUBTYPE_DIFF = ' || r.rngsubdiff::regproc end,
                          'MULTIRANGE_TYPE_NAME = ' || pg_catalog.format_type(r.rngmultitypid, null)], ',\n    ')
                   || '\n)' as definition,
                   pg_catalog.pg_get_userbyid(t.typowner) as owner,
                   {grants t.typacl; pg_catalog.acldefault('T', t.typowner); t.typowner} as grants,
                   {comment pg_type; t.oid; 0} as comment
            from pg_catalog.pg_type t
            join user_schema n on n.oid = t.typnamespace
            join pg_catalog.pg_range r on r.rngtypid = t.oid
            join pg_catalog.pg_type b on b.oid = r.rngsubtype
            join pg_catalog.pg_opclass o on o.oid = r.rngsubopc
            join pg_catalog.pg_namespace s on s.oid = o.opcnamespace
            where {own pg_type; t.oid}""");

    private static final CatalogQuery BASE_TYPES = new CatalogQuery("""
            select 'type' as kind, n.nspname as schema, '' as relation, t.typname as name, 'base' as type,
                   'CREATE TYPE ' || pg_catalog.format_type(t.oid, null) || ' (\n    '
                   || array_to_string(array[
                          'INPUT = ' || t.typinput::regproc,
                          'OUTPUT = ' || t.typoutput::regproc,
                          case when t.typreceive <> 0 then 'RECEIVE = ' || t.typreceive::regproc end,
                          case when t.typsend <> 0 then 'SEND = ' || t.typsend::regproc end,
                          case when t.typmodin <> 0 then 'TYPMOD_IN = ' || t.typmodin::regproc end,
                          case when t.typmodout <> 0 then 'TYPMOD_OUT = ' || t.typmodout::regproc end,
                          case when t.typanalyze <> 0 then 'ANALYZE = ' || t.typanalyze::regproc end,
                          case when t.typsubscript <> 0 then 'SUBSCRIPT = ' || t.typsubscript::regproc end,
                          'INTERNALLENGTH = ' || case t.typlen when -1 then 'VARIABLE' else t.typlen::text end,
                          case when t.typbyval then 'PASSEDBYVALUE' end,
                          'ALIGNMENT = ' || case t.typalign when 'c' then 'char' when 's' then 'int2' when 'i' then 'int4'
                                                 else 'double' end,
                          'STORAGE = ' || case t.typstorage when 'p' then 'plain' when 'e' then 'external'
                                               when 'x' then 'extended' else 'main' end,
                          'CATEGORY = ' || pg_catalog.quote_literal(t.typcategory::text),
                          case when t.typispreferred then 'PREFERRED = true' end,
                          'DEFAULT = ' || pg_catalog.quote_literal(t.typdefault),
                          case when t.typelem <> 0 then 'ELEMENT = ' || pg_catalog.format_type(t.typelem, null) end,
                          case when t.typdelim <> ',' then 'DELIMITER = ' || pg_catalog.quote_literal(t.typdelim::text) end,
                          case when t.typcollation <> 0 then 'COLLATABLE = true' end], ',\n    ')
                   || '\n)' as definition,
                   pg_catalog.pg_get_userbyid(t.typowner) as owner,
                   {grants t.typacl; pg_catalog.acldefault('T', t.typowner); t.typowner} as grants,
                   {comment pg_type; t.oid; 0} as comment
            from pg_catalog.pg_type t
            join user_schema n on n.oid = t.typnamespace
            where t.typtype = 'b' and t.typisdefined and {own pg_type; t.oid}""");

    private static final CatalogQuery DOMAINS = new CatalogQuery("""
            select 'domain' as kind, n.nspname as schema, '' as relation, t.typname as name,
                   pg_catalog.format_type(t.typbasetype, t.typtypmod) as type,
                   case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end as collation,
                   case when t.typnotnull then coalesce(o.conname, 'yes') end as "not null",
                   coalesce(
                       pg_catalog.pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::regclass), t.typdefault) as default,
                   pg_catalog.pg_get_userbyid(t.typowner) as owner,
                   {grants t.typacl; pg_catalog.acldefault('T', t.typowner); t.typowner} as grants,
                   {comment pg_type; t.oid; 0} as comment
            from pg_catalog.pg_type t
            join user_schema n on n.oid = t.typnamespace
            join pg_catalog.pg_type b on b.oid = t.typbasetype
            left join pg_catalog.pg_constraint o on o.contypid = t.oid and o.contype = 'n'
            where t.typtype = 'd' and {own pg_type; t.oid}""");

    private static final CatalogQuery DOMAIN_CONSTRAINTS = new CatalogQuery("""
            select 'constraint' as kind, n.nspname as schema, t.typname as relation, o.conname as name,
                   pg_catalog.pg_get_constraintdef(o.oid) as definition,
                   {comment pg_constraint; o.oid; 0} as comment
            from pg_catalog.pg_constraint o
            join pg_catalog.pg_type t on t.oid = o.contypid
            join user_schema n on n.oid = t.typnamespace
            where o.contype <> 'n'""");

    static final List<CatalogQuery> ALL = List.of(TYPES, RANGES, BASE_TYPES, DOMAINS, DOMAIN_CONSTRAINTS);

    private Types() {}
}
