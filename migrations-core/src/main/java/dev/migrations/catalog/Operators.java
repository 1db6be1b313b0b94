package dev.migrations.catalog;

import java.util.List;

/** Operators, their families and classes. */
final class Operators {

    /** One that is only named, as another one's commutator, has no function yet, and is not told of. */
    private static final CatalogQuery OPERATORS = new CatalogQuery("""
            select 'operator' as kind, n.nspname as schema, '' as relation,
                   o.oprname || '(' || concat_ws(', ', pg_catalog.format_type(nullif(o.oprleft, 0), null),
                                                 pg_catalog.format_type(nullif(o.oprright, 0), null)) || ')' as name,
                   'CREATE OPERATOR ' || pg_catalog.quote_ident(n.nspname) || '.' || o.oprname || ' (\n    '
                   || array_to_string(array[
                          'FUNCTION = ' || o.oprcode::regproc,
                          'LEFTARG = ' || pg_catalog.format_type(nullif(o.oprleft, 0), null),
                          'RIGHTARG = ' || pg_catalog.format_type(nullif(o.oprright, 0), null),
                          'COMMUTATOR = OPERATOR(' || pg_catalog.quote_ident(cn.nspname) || '.' || c.oprname || ')',
                          'NEGATOR = OPERATOR(' || pg_catalog.quote_ident(gn.nspname) || '.' || g.oprname || ')',
                          case when o.oprrest <> 0 then 'RESTRICT = ' || o.oprrest::regproc end,
                          case when o.oprjoin <> 0 then 'JOIN = ' || o.oprjoin::regproc end,
                          case when o.oprcanhash then 'HASHES' end,
                          case when o.oprcanmerge then 'MERGES' end], ',\n    ') || '\n)' as definition,
                   pg_catalog.pg_get_userbyid(o.oprowner) as owner,
                   {comment pg_operator; o.oid; 0} as comment
            from pg_catalog.pg_operator o
            join user_schema n on n.oid = o.oprnamespace
            left join pg_catalog.pg_operator c on c.oid = o.oprcom
            left join pg_catalog.pg_namespace cn on cn.oid = c.oprnamespace
            left join pg_catalog.pg_operator g on g.oid = o.oprnegate
            left join pg_catalog.pg_namespace gn on gn.oid = g.oprnamespace
            where o.oprcode <> 0 and {own pg_operator; o.oid}""");

    /** What belongs to a class in the family is told of there. */
    private static final CatalogQuery FAMILIES = new CatalogQuery("""
            select 'operator family' as kind, n.nspname as schema, '' as relation,
                   f.opfname || ' using ' || m.amname as name,
                   (select array_agg(member.text order by member.text collate "C")
                    from operator_member member
                    where member.refclassid = 'pg_catalog.pg_opfamily'::regclass
                      and member.refobjid = f.oid) as members,
                   pg_catalog.pg_get_userbyid(f.opfowner) as owner,
                   {comment pg_opfamily; f.oid; 0} as comment
            from pg_catalog.pg_opfamily f
            join user_schema n on n.oid = f.opfnamespace
            join pg_catalog.pg_am m on m.oid = f.opfmethod
            where {own pg_opfamily; f.oid}""");

    private static final CatalogQuery CLASSES = new CatalogQuery("""
            select 'operator class' as kind, n.nspname as schema, '' as relation,
                   o.opcname || ' using ' || m.amname as name,
                   case when o.opcdefault then 'DEFAULT ' else '' end
                   || 'FOR TYPE ' || pg_catalog.format_type(o.opcintype, null)
                   || ' USING ' || pg_catalog.quote_ident(m.amname)
                   || ' FAMILY ' || pg_catalog.quote_ident(fn.nspname) || '.' || pg_catalog.quote_ident(f.opfname)
                   || case when o.opckeytype <> 0 then ' STORAGE ' || pg_catalog.format_type(o.opckeytype, null)
                           else '' end as definition,
                   (select array_agg(member.text order by member.text collate "C")
                    from operator_member member
                    where member.refclassid = 'pg_catalog.pg_opclass'::regclass
                      and member.refobjid = o.oid) as members,
                   pg_catalog.pg_get_userbyid(o.opcowner) as owner,
                   {comment pg_opclass; o.oid; 0} as comment
            from pg_catalog.pg_opclass o
            join user_schema n on n.oid = o.opcnamespace
            join pg_catalog.pg_am m on m.oid = o.opcmethod
            join pg_catalog.pg_opfamily f on f.oid = o.opcfamily
            join pg_catalog.pg_namespace fn on fn.oid = f.opfnamespace
            where {own pg_opclass; o.oid}""");

    static final List<CatalogQuery> ALL = List.of(OPERATORS, FAMILIES, CLASSES);

    private Operators() {}
}
