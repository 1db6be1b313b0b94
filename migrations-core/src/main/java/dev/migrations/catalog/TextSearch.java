package dev.migrations.catalog;

import java.util.List;

/** Parsers, templates, dictionaries and configurations of text search. */
final class TextSearch {

    private static final CatalogQuery PARSERS = new CatalogQuery("""
            select 'text search parser' as kind, n.nspname as schema, '' as relation, p.prsname as name,
                   'CREATE TEXT SEARCH PARSER ' || pg_catalog.quote_ident(n.nspname) || '.'
                   || pg_catalog.quote_ident(p.prsname) || ' (\n    '
                   || array_to_string(array[
                          'START = ' || p.prsstart::regproc,
                          'GETTOKEN = ' || p.prstoken::regproc,
                          'END = ' || p.prsend::regproc,
                          case when p.prsheadline <> 0 then 'HEADLINE = ' || p.prsheadline::regproc end,
                          'LEXTYPES = ' || p.prslextype::regproc], ',\n    ') || '\n)' as definition,
                   {comment pg_ts_parser; p.oid; 0} as comment
            from pg_catalog.pg_ts_parser p
            join user_schema n on n.oid = p.prsnamespace
            where {own pg_ts_parser; p.oid}""");

    private static final CatalogQuery TEMPLATES = new CatalogQuery("""
            select 'text search template' as kind, n.nspname as schema, '' as relation, t.tmplname as name,
                   'CREATE TEXT SEARCH TEMPLATE ' || pg_catalog.quote_ident(n.nspname) || '.'
                   || pg_catalog.quote_ident(t.tmplname) || ' (\n    '
                   || array_to_string(array[
                          case when t.tmplinit <> 0 then 'INIT = ' || t.tmplinit::regproc end,
                          'LEXIZE = ' || t.tmpllexize::regproc], ',\n    ') || '\n)' as definition,
                   {comment pg_ts_template; t.oid; 0} as comment
            from pg_catalog.pg_ts_template t
            join user_schema n on n.oid = t.tmplnamespace
            where {own pg_ts_template; t.oid}""");

    private static final CatalogQuery DICTIONARIES = new CatalogQuery("""
            select 'text search dictionary' as kind, n.nspname as schema, '' as relation, d.dictname as name,
                   'CREATE TEXT SEARCH DICTIONARY ' || pg_catalog.quote_ident(n.nspname) || '.'
                   || pg_catalog.quote_ident(d.dictname) || ' (\n    '
                   || concat_ws(',\n    ',
                          'TEMPLATE = ' || pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.tmplname),
                          d.dictinitoption) || '\n)' as definition,
                   pg_catalog.pg_get_userbyid(d.dictowner) as owner,
                   {comment pg_ts_dict; d.oid; 0} as comment
            from pg_catalog.pg_ts_dict d
            join user_schema n on n.oid = d.dictnamespace
            join pg_catalog.pg_ts_template t on t.oid = d.dicttemplate
            join pg_catalog.pg_namespace tn on tn.oid = t.tmplnamespace
            where {own pg_ts_dict; d.oid}""");

    private static final CatalogQuery CONFIGURATIONS = new CatalogQuery("""
            select 'text search configuration' as kind, n.nspname as schema, '' as relation, c.cfgname as name,
                   'CREATE TEXT SEARCH CONFIGURATION ' || pg_catalog.quote_ident(n.nspname) || '.'
                   || pg_catalog.quote_ident(c.cfgname)
                   || ' (PARSER = ' || pg_catalog.quote_ident(pn.nspname) || '.' || pg_catalog.quote_ident(p.prsname)
                   || ')' as definition,
                   (select array_agg(mapping.text order by mapping.text collate "C")
                    from (
                        select y.alias || ': ' || string_agg(m.mapdict::regdictionary::text, ', ' order by m.mapseqno) as text
                        from pg_catalog.pg_ts_config_map m
                        join pg_catalog.ts_token_type(c.cfgparser) y on y.tokid = m.maptokentype
                        where m.mapcfg = c.oid
                        group by y.alias) mapping) as members,
                   pg_catalog.pg_get_userbyid(c.cfgowner) as owner,
                   {comment pg_ts_config; c.oid; 0} as comment
            from pg_catalog.pg_ts_config c
            join user_schema n on n.oid = c.cfgnamespace
            join pg_catalog.pg_ts_parser p on p.oid = c.cfgparser
            join pg_catalog.pg_namespace pn on pn.oid = p.prsnamespace
            where {own pg_ts_config; c.oid}""");

    static final List<CatalogQuery> ALL = List.of(PARSERS, TEMPLATES, DICTIONARIES, CONFIGURATIONS);

    private TextSearch() {}
}
