package dev.migrations.catalog;

import java.util.List;

/** What leads to other servers: foreign data, publications and subscriptions. */
final class OtherServers {

    private static final CatalogQuery WRAPPERS = new CatalogQuery("""
            select 'foreign data wrapper' as kind, '' as schema, '' as relation, w.fdwname as name,
                   'CREATE FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname)
                   || case when w.fdwhandler <> 0 then ' HANDLER ' || w.fdwhandler::regproc else '' end
                   || case when w.fdwvalidator <> 0 then ' VALIDATOR ' || w.fdwvalidator::regproc else '' end as definition,
                   {masked w.fdwoptions} as "foreign options",
                   pg_catalog.pg_get_userbyid(w.fdwowner) as owner,
                   {grants w.fdwacl; pg_catalog.acldefault('F', w.fdwowner); w.fdwowner} as grants,
                   {comment pg_foreign_data_wrapper; w.oid; 0} as comment
            from pg_catalog.pg_foreign_data_wrapper w
            where {own pg_foreign_data_wrapper; w.oid}""");

    private static final CatalogQuery SERVERS = new CatalogQuery("""
            select 'server' as kind, '' as schema, '' as relation, s.srvname as name,
                   s.srvversion as version,
                   'CREATE SERVER ' || pg_catalog.quote_ident(s.srvname)
                   || coalesce(' TYPE ' || pg_catalog.quote_literal(s.srvtype), '')
                   || ' FOREIGN DATA WRAPPER ' || pg_catalog.quote_ident(w.fdwname) as definition,
                   {masked s.srvoptions} as "foreign options",
                   pg_catalog.pg_get_userbyid(s.srvowner) as owner,
                   {grants s.srvacl; pg_catalog.acldefault('S', s.srvowner); s.srvowner} as grants,
                   {comment pg_foreign_server; s.oid; 0} as comment
            from pg_catalog.pg_foreign_server s
            join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
            where {own pg_foreign_server; s.oid}""");

    /** The view shows options only to those who may see them; the table may be read by superusers only. */
    private static final CatalogQuery USER_MAPPINGS = new CatalogQuery("""
            select 'user mapping' as kind, '' as schema, '' as relation, m.usename || ' on ' || m.srvname as name,
                   {masked m.umoptions} as "foreign options"
            from pg_catalog.pg_user_mappings m""");

    private static final CatalogQuery PUBLICATIONS = new CatalogQuery("""
            select 'publication' as kind, '' as schema, '' as relation, p.pubname as name,
                   'CREATE PUBLICATION ' || pg_catalog.quote_ident(p.pubname)
                   || case when p.puballtables then ' FOR ALL TABLES' else '' end as definition,
                   (select array_agg(entry.text order by entry.text collate "C")
                    from (
                        select r.prrelid::regclass::text
                               {15+ || coalesce(
                                   ' (' || (
                                       select string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attnum)
                                       from pg_catalog.pg_attribute a
                                       where a.attrelid = r.prrelid and a.attnum = any (r.prattrs)) || ')', '')
                               || coalesce(' WHERE ' || pg_catalog.pg_get_expr(r.prqual, r.prrelid), '')} as text
                        from pg_catalog.pg_publication_rel r
                        where r.prpubid = p.oid) entry) as tables,
                   {15+ (select array_agg(n.nspname::text order by n.nspname)
                         from pg_catalog.pg_publication_namespace s
                         join pg_catalog.pg_namespace n on n.oid = s.pnnspid
                         where s.pnpubid = p.oid) as schemas,}
                   array_remove(array[
                       case when not (p.pubinsert and p.pubupdate and p.pubdelete and p.pubtruncate) then
                           'publish=' || concat_ws(', ', case when p.pubinsert then 'insert' end,
                                                   case when p.pubupdate then 'update' end,
                                                   case when p.pubdelete then 'delete' end,
                                                   case when p.pubtruncate then 'truncate' end) end,
                       case to_jsonb(p) ->> 'pubgencols' when 's' then 'publish_generated_columns=stored' end,
                       case when p.pubviaroot then 'publish_via_partition_root=true' end], null) as options,
                   pg_catalog.pg_get_userbyid(p.pubowner) as owner,
                   {comment pg_publication; p.oid; 0} as comment
            from pg_catalog.pg_publication p
            where {own pg_publication; p.oid}""");

    /** Without the connection, which only superusers may read: it may hold a password. */
    private static final CatalogQuery SUBSCRIPTIONS = new CatalogQuery("""
            select 'subscription' as kind, '' as schema, '' as relation, s.subname as name,
                   (select array_agg(publication order by publication collate "C")
                    from unnest(s.subpublications) publication) as members,
                   case when not s.subenabled then 'disabled' end as enabled,
                   array_remove(array[
                       case when s.subbinary then 'binary=true' end,
                       {15+ case when s.subdisableonerr then 'disable_on_error=true' end,}
                       {17+ case when s.subfailover then 'failover=true' end,}
                       {16+ case when s.suborigin <> 'any' then 'origin=' || s.suborigin end,
                            case when not s.subpasswordrequired then 'password_required=false' end,
                            case when s.subrunasowner then 'run_as_owner=true' end,}
                       case when s.subslotname is distinct from s.subname then
                           'slot_name=' || coalesce(s.subslotname, 'none') end,
                       case s.substream::text when 't' then 'streaming=on' when 'true' then 'streaming=on'
                            when 'p' then 'streaming=parallel' end,
                       case when s.subsynccommit <> 'off' then 'synchronous_commit=' || s.subsynccommit end
                       {15+ , case when s.subtwophasestate <> 'd' then 'two_phase=true' end}], null) as options,
                   pg_catalog.pg_get_userbyid(s.subowner) as owner,
                   {comment pg_subscription; s.oid; 0} as comment
            from pg_catalog.pg_subscription s
            where s.subdbid = (select d.oid from pg_catalog.pg_database d where d.datname = current_database())""");

    static final List<CatalogQuery> ALL = List.of(WRAPPERS, SERVERS, USER_MAPPINGS, PUBLICATIONS, SUBSCRIPTIONS);

    private OtherServers() {}
}
