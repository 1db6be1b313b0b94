package dev.migrations.catalog;

import java.util.List;

/** Constraints, indexes, triggers, rules and policies. */
final class TableParts {

    /**
     * What a foreign key is cloned to by partitioning is implied by it. The index behind a constraint is not listed by itself,
     * so its own properties are the constraint's.
     */
    private static final CatalogQuery CONSTRAINTS = new CatalogQuery("""
            select 'constraint' as kind, n.nspname as schema, c.relname as relation, o.conname as name,
                   pg_catalog.pg_get_constraintdef(o.oid) as definition,
                   case when not o.conislocal and not c.relispartition then 'yes' end as inherited,
                   case when not x.indisvalid then 'no' end as valid,
                   (select h.inhparent::regclass::text from pg_catalog.pg_inherits h
                    where h.inhrelid = i.oid) as "attached to",
                   case when x.indisclustered then 'yes' end as clustered,
                   s.spcname as tablespace,
                   {sorted i.reloptions} as options,
                   {comment pg_class; i.oid; 0} as "index comment",
                   {comment pg_constraint; o.oid; 0} as comment
            from pg_catalog.pg_constraint o
            join pg_catalog.pg_class c on c.oid = o.conrelid
            join user_schema n on n.oid = c.relnamespace
            left join pg_catalog.pg_index x on x.indexrelid = o.conindid and o.contype in ('p', 'u', 'x')
            left join pg_catalog.pg_class i on i.oid = x.indexrelid
            left join pg_catalog.pg_tablespace s on s.oid = i.reltablespace
            where {asked c.oid} and o.contype not in ('n', 't') and not (o.contype = 'f' and o.conparentid <> 0)""");

    private static final CatalogQuery INDEXES = new CatalogQuery("""
            select 'index' as kind, n.nspname as schema, c.relname as relation, i.relname as name,
                   pg_catalog.pg_get_indexdef(i.oid) as definition,
                   (select array_agg(a.attname || ': ' || a.attstattarget order by a.attnum)
                    from pg_catalog.pg_attribute a
                    where a.attrelid = i.oid and a.attstattarget >= 0) as statistics,
                   case when not x.indisvalid then 'no' end as valid,
                   (select h.inhparent::regclass::text from pg_catalog.pg_inherits h
                    where h.inhrelid = i.oid) as "attached to",
                   case when x.indisclustered then 'yes' end as clustered,
                   s.spcname as tablespace,
                   {comment pg_class; i.oid; 0} as comment
            from pg_catalog.pg_index x
            join pg_catalog.pg_class c on c.oid = x.indrelid
            join pg_catalog.pg_class i on i.oid = x.indexrelid
            join user_schema n on n.oid = c.relnamespace
            left join pg_catalog.pg_tablespace s on s.oid = i.reltablespace
            where {asked c.oid} and c.relkind <> 't'
              and not exists (
                  select from pg_catalog.pg_constraint o
                  where o.conindid = i.oid and o.contype in ('p', 'u', 'x'))""");

    /** A partition's copy of a trigger is told of only where it fires otherwise than the original. */
    private static final CatalogQuery TRIGGERS = new CatalogQuery("""
            select 'trigger' as kind, n.nspname as schema, c.relname as relation, t.tgname as name,
                   pg_catalog.pg_get_triggerdef(t.oid) as definition,
                   case t.tgenabled when 'O' then case when p.oid is not null then 'origin' end
                        else {enabled t.tgenabled} end as enabled,
                   {comment pg_trigger; t.oid; 0} as comment
            from pg_catalog.pg_trigger t
            join pg_catalog.pg_class c on c.oid = t.tgrelid
            join user_schema n on n.oid = c.relnamespace
            left join pg_catalog.pg_trigger p on p.oid = t.tgparentid
            where {asked c.oid}
              and case when p.oid is null then not t.tgisinternal
                       else not p.tgisinternal and t.tgenabled <> p.tgenabled end""");

    private static final CatalogQuery RULES = new CatalogQuery("""
            select 'rule' as kind, n.nspname as schema, c.relname as relation, r.rulename as name,
                   pg_catalog.pg_get_ruledef(r.oid) as definition,
                   {enabled r.ev_enabled} as enabled,
                   {comment pg_rewrite; r.oid; 0} as comment
            from pg_catalog.pg_rewrite r
            join pg_catalog.pg_class c on c.oid = r.ev_class
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid} and r.rulename <> '_RETURN'""");

    private static final CatalogQuery POLICIES = new CatalogQuery("""
            select 'policy' as kind, n.nspname as schema, c.relname as relation, p.polname as name,
                   'CREATE POLICY ' || pg_catalog.quote_ident(p.polname) || ' ON ' || c.oid::regclass
                   || case when p.polpermissive then '' else ' AS RESTRICTIVE' end
                   || case p.polcmd when 'r' then ' FOR SELECT' when 'a' then ' FOR INSERT' when 'w' then ' FOR UPDATE'
                           when 'd' then ' FOR DELETE' else '' end
                   || coalesce(' TO ' || (
                          select string_agg(pg_catalog.quote_ident(r.rolname), ', ' order by r.rolname)
                          from pg_catalog.pg_roles r where r.oid = any (p.polroles)), '')
                   || coalesce(' USING (' || {expr p.polqual; p.polrelid} || ')', '')
                   || coalesce(' WITH CHECK (' || {expr p.polwithcheck; p.polrelid} || ')', '')
                       as definition,
                   {comment pg_policy; p.oid; 0} as comment
            from pg_catalog.pg_policy p
            join pg_catalog.pg_class c on c.oid = p.polrelid
            join user_schema n on n.oid = c.relnamespace
            where {asked c.oid}""");

    static final List<CatalogQuery> ALL = List.of(CONSTRAINTS, INDEXES, TRIGGERS, RULES, POLICIES);

    private TableParts() {}
}
