package dev.migrations.catalog;

/** Tables and the like, and their parts. */
final class Relations {

    static final CatalogQuery SCHEMAS = new CatalogQuery("""
            select 'schema' as kind, '' as schema, '' as relation, n.nspname as name,
                   pg_catalog.pg_get_userbyid(n.nspowner) as owner,
                   pg_catalog.obj_description(n.oid, 'pg_namespace') as comment
            from pg_catalog.pg_namespace n
            where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')""");

    static final CatalogQuery RELATIONS = new CatalogQuery("""
            select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table'
                        else 'table' end as kind,
                   n.nspname as schema, '' as relation, c.relname as name,
                   case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) end as definition,
                   pg_catalog.pg_get_userbyid(c.relowner) as owner,
                   pg_catalog.obj_description(c.oid, 'pg_class') as comment
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')""");

    static final CatalogQuery COLUMNS = new CatalogQuery("""
            select 'column' as kind, n.nspname as schema, c.relname as relation, a.attname as name,
                   pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
                   case when a.attnotnull then 'yes' end as "not null",
                   pg_catalog.pg_get_expr(d.adbin, d.adrelid) as default,
                   pg_catalog.col_description(c.oid, a.attnum) as comment
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f')
              and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
            order by a.attrelid, a.attnum""");

    static final CatalogQuery CONSTRAINTS = new CatalogQuery("""
            select 'constraint' as kind, n.nspname as schema, c.relname as relation, o.conname as name,
                   pg_catalog.pg_get_constraintdef(o.oid) as definition,
                   pg_catalog.obj_description(o.oid, 'pg_constraint') as comment
            from pg_catalog.pg_constraint o
            join pg_catalog.pg_class c on c.oid = o.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where o.contype <> 'n' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'""");

    static final CatalogQuery INDEXES = new CatalogQuery("""
            select 'index' as kind, n.nspname as schema, c.relname as relation, i.relname as name,
                   pg_catalog.pg_get_indexdef(i.oid) as definition,
                   pg_catalog.obj_description(i.oid, 'pg_class') as comment
            from pg_catalog.pg_index x
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind <> 't' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
              and not exists (select from pg_catalog.pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))""");

    private Relations() {}
}
