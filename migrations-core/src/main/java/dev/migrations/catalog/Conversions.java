package dev.migrations.catalog;

import java.util.List;

/** Casts, transforms, collations, conversions between encodings, and extended statistics. */
final class Conversions {

    private static final CatalogQuery CASTS = new CatalogQuery("""
            select 'cast' as kind, '' as schema, '' as relation,
                   '(' || pg_catalog.format_type(c.castsource, null) || ' as '
                   || pg_catalog.format_type(c.casttarget, null) || ')' as name,
                   'CREATE CAST (' || pg_catalog.format_type(c.castsource, null) || ' AS '
                   || pg_catalog.format_type(c.casttarget, null) || ')'
                   || case c.castmethod when 'b' then ' WITHOUT FUNCTION' when 'i' then ' WITH INOUT'
                           else ' WITH FUNCTION ' || c.castfunc::regprocedure end
                   || case c.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT' else '' end
                       as definition,
                   {comment pg_cast; c.oid; 0} as comment
            from pg_catalog.pg_cast c
            where c.oid >= 16384 and {own pg_cast; c.oid}""");

    private static final CatalogQuery TRANSFORMS = new CatalogQuery("""
            select 'transform' as kind, '' as schema, '' as relation,
                   'for ' || pg_catalog.format_type(t.trftype, null) || ' language ' || l.lanname as name,
                   'CREATE TRANSFORM FOR ' || pg_catalog.format_type(t.trftype, null) || ' LANGUAGE '
                   || pg_catalog.quote_ident(l.lanname) || ' ('
                   || concat_ws(', ',
                          case when t.trffromsql <> 0 then 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure end,
                          case when t.trftosql <> 0 then 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure end)
                   || ')' as definition,
                   {comment pg_transform; t.oid; 0} as comment
            from pg_catalog.pg_transform t
            join pg_catalog.pg_language l on l.oid = t.trflang
            where {own pg_transform; t.oid}""");

    /** Columns have come and been renamed from version to version. */
    private static final CatalogQuery COLLATIONS = new CatalogQuery("""
            select 'collation' as kind, n.nspname as schema, '' as relation, c.collname as name,
                   'CREATE COLLATION ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.collname)
                   || ' (' || concat_ws(', ',
                          'provider = ' || case c.collprovider when 'i' then 'icu' when 'b' then 'builtin'
                                                when 'd' then 'default' else 'libc' end,
                          case when not c.collisdeterministic then 'deterministic = false' end,
                          'locale = ' || pg_catalog.quote_literal(coalesce(
                              to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale',
                              case when c.collcollate = c.collctype then c.collcollate end)),
                          case when c.collcollate <> c.collctype then concat_ws(', ',
                              'lc_collate = ' || pg_catalog.quote_literal(c.collcollate),
                              'lc_ctype = ' || pg_catalog.quote_literal(c.collctype)) end,
                          'rules = ' || pg_catalog.quote_literal(to_jsonb(c) ->> 'collicurules')) || ')' as definition,
                   pg_catalog.pg_get_userbyid(c.collowner) as owner,
                   {comment pg_collation; c.oid; 0} as comment
            from pg_catalog.pg_collation c
            join user_schema n on n.oid = c.collnamespace
            where {own pg_collation; c.oid}""");

    private static final CatalogQuery ENCODINGS = new CatalogQuery("""
            select 'conversion' as kind, n.nspname as schema, '' as relation, c.conname as name,
                   'CREATE ' || case when c.condefault then 'DEFAULT ' else '' end || 'CONVERSION '
                   || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.conname)
                   || ' FOR ' || pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.conforencoding))
                   || ' TO ' || pg_catalog.quote_literal(pg_catalog.pg_encoding_to_char(c.contoencoding))
                   || ' FROM ' || c.conproc::regproc as definition,
                   pg_catalog.pg_get_userbyid(c.conowner) as owner,
                   {comment pg_conversion; c.oid; 0} as comment
            from pg_catalog.pg_conversion c
            join user_schema n on n.oid = c.connamespace
            where {own pg_conversion; c.oid}""");

    private static final CatalogQuery STATISTICS = new CatalogQuery("""
            select 'statistics' as kind, n.nspname as schema, '' as relation, s.stxname as name,
                   pg_catalog.pg_get_statisticsobjdef(s.oid) as definition,
                   case when s.stxstattarget >= 0 then s.stxstattarget::text end as statistics,
                   pg_catalog.pg_get_userbyid(s.stxowner) as owner,
                   {comment pg_statistic_ext; s.oid; 0} as comment
            from pg_catalog.pg_statistic_ext s
            join user_schema n on n.oid = s.stxnamespace
            where {own pg_statistic_ext; s.oid}""");

    static final List<CatalogQuery> ALL = List.of(CASTS, TRANSFORMS, COLLATIONS, ENCODINGS, STATISTICS);

    private Conversions() {}
}
