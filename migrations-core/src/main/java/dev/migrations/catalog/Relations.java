package dev.migrations.catalog;

import java.util.List;

/** Tables, views and the like, without their parts. */
final class Relations {

    private static final CatalogQuery TABLES = new CatalogQuery("""
            select case c.relkind when 'f' then 'foreign table' else 'table' end as kind,
                   n.nspname as schema, '' as relation, c.relname as name,
                   case c.relpersistence when 'u' then 'unlogged' end as persistence,
                   case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end as "of type",
                   case when not c.relispartition then (
                       select array_agg(i.inhparent::regclass::text order by i.inhseqno)
                       from pg_catalog.pg_inherits i where i.inhrelid = c.oid) end as inherits,
                   case when c.relispartition then (
                       select i.inhparent::regclass || case when i.inhdetachpending then ', detach pending' else '' end
                       from pg_catalog.pg_inherits i where i.inhrelid = c.oid) end as "partition of",
                   {expr c.relpartbound; c.oid} as "partition bound",
                   case c.relkind when 'p' then pg_catalog.pg_get_partkeydef(c.oid) end as "partition by",
                   nullif(concat_ws(', ', case when c.relrowsecurity then 'enabled' end,
                                    case when c.relforcerowsecurity then 'forced' end), '') as "row security",
                   case when c.relkind in ('r', 'p', 'm') then
                       case c.relreplident when 'f' then 'full' when 'n' then 'nothing'
                            when 'i' then (
                                select r.relname from pg_catalog.pg_index x
                                join pg_catalog.pg_class r on r.oid = x.indexrelid
                                where x.indrelid = c.oid and x.indisreplident) end end as "replica identity",
                   nullif(m.amname, 'heap') as "access method",
                   s.spcname as tablespace,
                   {sorted c.reloptions || (select array_agg('toast.' || option) from unnest(t.reloptions) option)} as options,
                   v.srvname as server,
                   {masked f.ftoptions} as "foreign options",
                   pg_catalog.pg_get_userbyid(c.relowner) as owner,
                   {grants c.relacl; pg_catalog.acldefault('r', c.relowner); c.relowner} as grants,
                   {comment pg_class; c.oid; 0} as comment
            from pg_catalog.pg_class c
            join user_schema n on n.oid = c.relnamespace
            left join pg_catalog.pg_class t on t.oid = c.reltoastrelid
            left join pg_catalog.pg_am m on m.oid = c.relam
            left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
            left join pg_catalog.pg_foreign_table f on f.ftrelid = c.oid
            left join pg_catalog.pg_foreign_server v on v.oid = f.ftserver
            where {asked c.oid} and c.relkind in ('r', 'p', 'f') and {own pg_class; c.oid}""");

    /** Whether a materialized view is populated is a matter of data. */
    private static final CatalogQuery VIEWS = new CatalogQuery("""
            select case c.relkind when 'm' then 'materialized view' else 'view' end as kind,
                   n.nspname as schema, '' as relation, c.relname as name,
                   pg_catalog.pg_get_viewdef(c.oid) as definition,
                   case when c.relkind in ('r', 'p', 'm') then
                       case c.relreplident when 'f' then 'full' when 'n' then 'nothing'
                            when 'i' then (
                                select r.relname from pg_catalog.pg_index x
                                join pg_catalog.pg_class r on r.oid = x.indexrelid
                                where x.indrelid = c.oid and x.indisreplident) end end as "replica identity",
                   nullif(m.amname, 'heap') as "access method",
                   s.spcname as tablespace,
                   {sorted c.reloptions || (select array_agg('toast.' || option) from unnest(t.reloptions) option)} as options,
                   pg_catalog.pg_get_userbyid(c.relowner) as owner,
                   {grants c.relacl; pg_catalog.acldefault('r', c.relowner); c.relowner} as grants,
                   {comment pg_class; c.oid; 0} as comment
            from pg_catalog.pg_class c
            join user_schema n on n.oid = c.relnamespace
            left join pg_catalog.pg_class t on t.oid = c.reltoastrelid
            left join pg_catalog.pg_am m on m.oid = c.relam
            left join pg_catalog.pg_tablespace s on s.oid = c.reltablespace
            where {asked c.oid} and c.relkind in ('v', 'm') and {own pg_class; c.oid}""");

    static final List<CatalogQuery> ALL = List.of(TABLES, VIEWS);

    private Relations() {}
}
