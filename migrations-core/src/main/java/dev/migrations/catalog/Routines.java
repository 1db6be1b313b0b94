package dev.migrations.catalog;

import java.util.List;

/** Functions, procedures and aggregates. */
final class Routines {

    /** The constructors of a range type come with it. */
    private static final CatalogQuery ROUTINES = new CatalogQuery("""
            select case p.prokind when 'p' then 'procedure' else 'function' end as kind,
                   n.nspname as schema, '' as relation,
                   p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' as name,
                   pg_catalog.pg_get_functiondef(p.oid) as definition,
                   pg_catalog.pg_get_userbyid(p.proowner) as owner,
                   {grants p.proacl; pg_catalog.acldefault('f', p.proowner); p.proowner} as grants,
                   {comment pg_proc; p.oid; 0} as comment
            from pg_catalog.pg_proc p
            join user_schema n on n.oid = p.pronamespace
            where p.prokind in ('f', 'w', 'p') and {own pg_proc; p.oid}""");

    private static final CatalogQuery AGGREGATES = new CatalogQuery("""
            select 'aggregate' as kind, n.nspname as schema, '' as relation,
                   p.proname || '(' || coalesce(nullif(pg_catalog.oidvectortypes(p.proargtypes), ''), '*') || ')' as name,
                   'CREATE AGGREGATE ' || pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(p.proname)
                   || '(' || coalesce(nullif(pg_catalog.pg_get_function_arguments(p.oid), ''), '*') || ') (\n    '
                   || array_to_string(array[
                          'SFUNC = ' || a.aggtransfn::regproc,
                          'STYPE = ' || pg_catalog.format_type(a.aggtranstype, null),
                          case when a.aggtransspace <> 0 then 'SSPACE = ' || a.aggtransspace end,
                          'INITCOND = ' || pg_catalog.quote_literal(a.agginitval),
                          case when a.aggfinalfn <> 0 then 'FINALFUNC = ' || a.aggfinalfn::regproc end,
                          case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
                          case when a.aggfinalfn <> 0 then 'FINALFUNC_MODIFY = '
                              || case a.aggfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE'
                                      else 'READ_WRITE' end end,
                          case when a.aggcombinefn <> 0 then 'COMBINEFUNC = ' || a.aggcombinefn::regproc end,
                          case when a.aggserialfn <> 0 then 'SERIALFUNC = ' || a.aggserialfn::regproc end,
                          case when a.aggdeserialfn <> 0 then 'DESERIALFUNC = ' || a.aggdeserialfn::regproc end,
                          case when a.aggmtransfn <> 0 then 'MSFUNC = ' || a.aggmtransfn::regproc end,
                          case when a.aggminvtransfn <> 0 then 'MINVFUNC = ' || a.aggminvtransfn::regproc end,
                          case when a.aggmtranstype <> 0 then
                              'MSTYPE = ' || pg_catalog.format_type(a.aggmtranstype, null) end,
                          case when a.aggmtransspace <> 0 then 'MSSPACE = ' || a.aggmtransspace end,
                          'MINITCOND = ' || pg_catalog.quote_literal(a.aggminitval),
                          case when a.aggmfinalfn <> 0 then 'MFINALFUNC = ' || a.aggmfinalfn::regproc end,
                          case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
                          case when a.aggmfinalfn <> 0 then 'MFINALFUNC_MODIFY = '
                              || case a.aggmfinalmodify when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE'
                                      else 'READ_WRITE' end end,
                          (select 'SORTOP = OPERATOR(' || pg_catalog.quote_ident(s.nspname) || '.' || o.oprname || ')'
                           from pg_catalog.pg_operator o
                           join pg_catalog.pg_namespace s on s.oid = o.oprnamespace
                           where o.oid = a.aggsortop),
                          case a.aggkind when 'h' then 'HYPOTHETICAL' end,
                          case p.proparallel when 's' then 'PARALLEL = SAFE' when 'r' then 'PARALLEL = RESTRICTED' end],
                          ',\n    ') || '\n)' as definition,
                   pg_catalog.pg_get_userbyid(p.proowner) as owner,
                   {grants p.proacl; pg_catalog.acldefault('f', p.proowner); p.proowner} as grants,
                   {comment pg_proc; p.oid; 0} as comment
            from pg_catalog.pg_proc p
            join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
            join user_schema n on n.oid = p.pronamespace
            where {own pg_proc; p.oid}""");

    static final List<CatalogQuery> ALL = List.of(ROUTINES, AGGREGATES);

    private Routines() {}
}
