package dev.migrations.catalog;

import java.util.List;

/** Schemas, and what lives in none. */
final class Globals {

    /** What initdb grants on the schema public counts as its default; pg_dump sees it so, too. */
    private static final CatalogQuery SCHEMAS = new CatalogQuery("""
            select 'schema' as kind, '' as schema, '' as relation, n.nspname as name,
                   pg_catalog.pg_get_userbyid(n.nspowner) as owner,
                   {grants n.nspacl; n.usual; n.nspowner} as grants,
                   {comment pg_namespace; n.oid; 0} as comment
            from (
                select s.*,
                       pg_catalog.acldefault('n', s.nspowner)
                       || case when s.nspname = 'public'
                               then array[pg_catalog.makeaclitem(0, s.nspowner, 'USAGE', false)] end
                       || case when s.nspname = 'public' and pg_catalog.current_setting('server_version_num')::int < 150000
                               then array[pg_catalog.makeaclitem(0, s.nspowner, 'CREATE', false)] end as usual
                from user_schema s) n
            where {own pg_namespace; n.oid}""");

    private static final CatalogQuery EXTENSIONS = new CatalogQuery("""
            select 'extension' as kind, '' as schema, '' as relation, e.extname as name,
                   e.extversion as version, n.nspname as "in schema",
                   {comment pg_extension; e.oid; 0} as comment
            from pg_catalog.pg_extension e
            join pg_catalog.pg_namespace n on n.oid = e.extnamespace
            where e.oid >= 16384""");

    private static final CatalogQuery LANGUAGES = new CatalogQuery("""
            select 'language' as kind, '' as schema, '' as relation, l.lanname as name,
                   'CREATE ' || case when l.lanpltrusted then 'TRUSTED ' else '' end
                   || 'LANGUAGE ' || pg_catalog.quote_ident(l.lanname) || ' HANDLER ' || l.lanplcallfoid::regproc
                   || case when l.laninline <> 0 then ' INLINE ' || l.laninline::regproc else '' end
                   || case when l.lanvalidator <> 0 then ' VALIDATOR ' || l.lanvalidator::regproc else '' end as definition,
                   pg_catalog.pg_get_userbyid(l.lanowner) as owner,
                   {grants l.lanacl; pg_catalog.acldefault('l', l.lanowner); l.lanowner} as grants,
                   {comment pg_language; l.oid; 0} as comment
            from pg_catalog.pg_language l
            where l.oid >= 16384 and l.lanispl and {own pg_language; l.oid}""");

    private static final CatalogQuery ACCESS_METHODS = new CatalogQuery("""
            select 'access method' as kind, '' as schema, '' as relation, m.amname as name,
                   'CREATE ACCESS METHOD ' || pg_catalog.quote_ident(m.amname)
                   || ' TYPE ' || case m.amtype when 'i' then 'INDEX' else 'TABLE' end
                   || ' HANDLER ' || m.amhandler::regproc as definition,
                   {comment pg_am; m.oid; 0} as comment
            from pg_catalog.pg_am m
            where m.oid >= 16384 and {own pg_am; m.oid}""");

    /** Without a schema they replace the built-in ones; within one they come on top. */
    private static final CatalogQuery DEFAULT_PRIVILEGES = new CatalogQuery("""
            select 'default privileges' as kind, coalesce(n.nspname, '') as schema, '' as relation,
                   pg_catalog.pg_get_userbyid(d.defaclrole) || ' on '
                   || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
                           when 'T' then 'types' when 'n' then 'schemas' when 'L' then 'large objects'
                           else d.defaclobjtype::text end as name,
                   {grants d.defaclacl; d.usual; d.defaclrole} as grants
            from (
                select a.*,
                       case when a.defaclnamespace = 0
                            then pg_catalog.acldefault(
                                     case a.defaclobjtype when 'S' then 's' else a.defaclobjtype end, a.defaclrole) end as usual
                from pg_catalog.pg_default_acl a) d
            left join user_schema n on n.oid = d.defaclnamespace""");

    private static final CatalogQuery EVENT_TRIGGERS = new CatalogQuery("""
            select 'event trigger' as kind, '' as schema, '' as relation, e.evtname as name,
                   'CREATE EVENT TRIGGER ' || pg_catalog.quote_ident(e.evtname) || ' ON ' || e.evtevent
                   || coalesce(
                       ' WHEN TAG IN ('
                       || (select string_agg(pg_catalog.quote_literal(tag), ', ' order by tag collate "C")
                           from unnest(e.evttags) tag) || ')', '')
                   || ' EXECUTE FUNCTION ' || e.evtfoid::regproc || '()' as definition,
                   {enabled e.evtenabled} as enabled,
                   pg_catalog.pg_get_userbyid(e.evtowner) as owner,
                   {comment pg_event_trigger; e.oid; 0} as comment
            from pg_catalog.pg_event_trigger e
            where {own pg_event_trigger; e.oid}""");

    static final List<CatalogQuery> ALL =
            List.of(SCHEMAS, EXTENSIONS, LANGUAGES, ACCESS_METHODS, DEFAULT_PRIVILEGES, EVENT_TRIGGERS);

    private Globals() {}
}
