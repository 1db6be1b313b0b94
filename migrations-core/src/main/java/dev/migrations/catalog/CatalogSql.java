package dev.migrations.catalog;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the questions have in common, so that it is the same in each of them. In a question, braces hold
 *
 * <ul>
 *   <li>{@code {own pg_class; c.oid}}: a migration made it for its own sake, and not an extension or another object;
 *   <li>{@code {comment pg_class; c.oid; a.attnum}}: the comment on an object, or with a number other than 0 on a column;
 *   <li>{@code {grants acl; default acl; owner}}: who may do what beyond, or short of, the default;
 *   <li>{@code {expr tree; relation}}: an expression, and an error where its relation is gone;
 *   <li>{@code {sorted options}} and {@code {masked options}}: options by name, the latter without what may be a secret;
 *   <li>{@code {enabled state}}: when a trigger or rule fires;
 *   <li>{@code {15+ text}}: text for servers of that version and later;
 *   <li>{@code {asked c.oid}}: one of the relations that are asked for.
 * </ul>
 *
 * In front of every question stand a few tables with names: {@code user_schema} are the schemas that migrations can fill,
 * {@code sequence_option} is what a sequence differs from the default in, {@code identity_sequence} says which one is
 * behind which column, and {@code operator_member} what belongs to an operator class or family.
 */
final class CatalogSql {

    static final String TABLES = """
            with user_schema as (
                select n.oid, n.nspname, n.nspowner, n.nspacl
                from pg_catalog.pg_namespace n
                where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'),
            identity_sequence as (
                select d.refobjid as attrelid, d.refobjsubid as attnum, d.objid as seqrelid
                from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass
                  and d.deptype = 'i' and d.objsubid = 0 and d.refobjsubid > 0),
            sequence_limit as (
                select s.*,
                       case when s.seqincrement > 0 then 1 when s.seqtypid = 'pg_catalog.int2'::regtype then -32768
                            when s.seqtypid = 'pg_catalog.int4'::regtype then -2147483648
                            else -9223372036854775808 end as lowest,
                       case when s.seqincrement < 0 then -1 when s.seqtypid = 'pg_catalog.int2'::regtype then 32767
                            when s.seqtypid = 'pg_catalog.int4'::regtype then 2147483647
                            else 9223372036854775807 end as highest
                from pg_catalog.pg_sequence s),
            sequence_option as (
                select s.seqrelid,
                       nullif(s.seqstart, case when s.seqincrement > 0 then s.seqmin else s.seqmax end)::text as start,
                       nullif(s.seqincrement, 1)::text as increment,
                       nullif(s.seqmin, s.lowest)::text as minimum,
                       nullif(s.seqmax, s.highest)::text as maximum,
                       nullif(s.seqcache, 1)::text as cache,
                       case when s.seqcycle then 'yes' end as cycle
                from sequence_limit s),
            operator_member as (
                select d.refclassid, d.refobjid,
                       'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator
                       || case when o.amopsortfamily <> 0 then ' FOR ORDER BY ' || (
                              select pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(f.opfname)
                              from pg_catalog.pg_opfamily f
                              join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
                              where f.oid = o.amopsortfamily) else '' end as text
                from pg_catalog.pg_depend d
                join pg_catalog.pg_amop o on o.oid = d.objid
                where d.classid = 'pg_catalog.pg_amop'::regclass
                  and d.refclassid in ('pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass)
                union all
                select d.refclassid, d.refobjid,
                       'FUNCTION ' || p.amprocnum || ' (' || pg_catalog.format_type(p.amproclefttype, null) || ', '
                       || pg_catalog.format_type(p.amprocrighttype, null) || ') ' || p.amproc::regprocedure
                from pg_catalog.pg_depend d
                join pg_catalog.pg_amproc p on p.oid = d.objid
                where d.classid = 'pg_catalog.pg_amproc'::regclass
                  and d.refclassid in ('pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass))
            """;

    private static final Map<String, String> FRAGMENTS = Map.of(
            "own", """
            not exists (
                select from pg_catalog.pg_depend made
                where made.classid = 'pg_catalog.$1'::regclass and made.objid = $2 and made.objsubid = 0
                  and made.deptype in ('e', 'i'))""", "comment", """
            (select said.description from pg_catalog.pg_description said
             where said.classoid = 'pg_catalog.$1'::regclass and said.objoid = $2 and said.objsubid = $3)""", "grants", """
            case when $1 is not null then (
                select array_agg(entry.text order by entry.text collate "C")
                from (
                    select case when one.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(one.grantee) end || ': '
                           || string_agg(one.text, ', ' order by one.text collate "C") as text
                    from (
                        select given.grantee,
                               lower(given.privilege_type)
                               || case when given.is_grantable then ' with grant option' else '' end
                               || case when given.grantor = $3 then ''
                                       else ' by ' || pg_catalog.pg_get_userbyid(given.grantor) end as text
                        from pg_catalog.aclexplode($1) given
                        where not exists (
                            select from pg_catalog.aclexplode($2) usual
                            where (usual.grantor, usual.grantee, usual.privilege_type, usual.is_grantable)
                                  = (given.grantor, given.grantee, given.privilege_type, given.is_grantable))
                        union all
                        select usual.grantee, lower(usual.privilege_type) || ' revoked'
                        from pg_catalog.aclexplode($2) usual
                        where not exists (
                            select from pg_catalog.aclexplode($1) given
                            where (given.grantee, given.privilege_type) = (usual.grantee, usual.privilege_type))) one
                    group by one.grantee) entry) end""", "expr", """
            case when $1 is not null then coalesce(
                pg_catalog.pg_get_expr($1, $2), ('pg_catalog.dropped_' || $2)::regclass::text) end""", "sorted", """
            (select array_agg(option order by option collate "C") from unnest($1) option)""", "masked", """
            (select array_agg(
                 case when split_part(option, '=', 1) ~* '(passw|passphrase|secret|token|credential|(api|access|private)_?key)'
                           and split_part(option, '=', 1) <> 'password_required'
                      then split_part(option, '=', 1) || '=***' else option end
                 order by option collate "C")
             from unnest($1) option)""", "enabled", """
            case $1 when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end""");

    private static final Pattern BRACES = Pattern.compile("\\{(?:(?<since>[0-9]+)\\+|(?<name>[a-z]+)) (?<text>[^}]*)}");

    private CatalogSql() {}

    /** The question as a server of this version is asked. */
    static String expand(String question, int majorVersion, AskedRelations asked) {
        return TABLES + expandAfterTables(question, majorVersion, asked);
    }

    /** The same where {@link #TABLES} stands in front of several. */
    static String expandAfterTables(String question, int majorVersion, AskedRelations asked) {
        return BRACES.matcher(question)
                .replaceAll(braces -> Matcher.quoteReplacement(replacement((Matcher) braces, majorVersion, asked)));
    }

    /** In how many places it names the relations that are asked for. */
    static int timesAsked(String question) {
        return (int) BRACES.matcher(question)
                .results()
                .filter(braces -> braces.group().startsWith("{asked "))
                .count();
    }

    private static String replacement(Matcher braces, int majorVersion, AskedRelations asked) {
        var text = braces.group("text");
        if (braces.group("since") != null) {
            return majorVersion >= Integer.parseInt(braces.group("since")) ? text : "";
        }
        if (braces.group("name").equals("asked")) {
            return asked.condition(text);
        }
        var fragment = FRAGMENTS.get(braces.group("name"));
        if (fragment == null) {
            throw new IllegalStateException("no fragment " + braces.group());
        }
        var arguments = text.split("; ", -1);
        for (var i = 0; i < arguments.length; i++) {
            fragment = fragment.replace("$" + (i + 1), arguments[i]);
        }
        return fragment;
    }
}
