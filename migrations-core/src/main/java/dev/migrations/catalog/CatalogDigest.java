package dev.migrations.catalog;

import dev.migrations.drift.FingerprintQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Has the server hash what {@link SchemaReading} would read: the same questions, so that what one sees, the other sees.
 *
 * <ol>
 *   <li>A row is hashed as text, and a column together with the name of the one before it: order means something there.
 *   <li>The hashes of all rows of one kind in one schema, sorted, make up the hash of these.
 *   <li>SHA-256, as a server in FIPS mode has no MD5, and in the database's own encoding, as {@code SQL_ASCII} has no other.
 *   <li>Ten statements, as the server takes twice as long to plan one that asks everything.
 * </ol>
 */
public final class CatalogDigest {

    private static final String ROWS = """
            select q.kind::text, q.schema::text, q.relation::text, q.name::text,
                   pg_catalog.sha256(pg_catalog.convert_to(
                       q::text || case when q.kind = 'column' and pg_catalog.lag(q.relation) over () = q.relation
                               and pg_catalog.lag(q.schema) over () = q.schema
                           then pg_catalog.lag(q.name) over () else '' end,
                       pg_catalog.getdatabaseencoding())) as digest
            from ({query}) q""";

    private static final String DIGEST = """
            {tables},
            given as (
                select ?::text as schema, pg_catalog.string_to_array(?::text, pg_catalog.chr(10)) as tables,
                       nullif(?::text, '') as ignored),
            relation as (
                select n.nspname as schema, c.relname as name,
                       case c.relkind when 'f' then 'foreign table' when 'v' then 'view' when 'm' then 'materialized view'
                            when 'c' then 'type' else 'table' end as kind
                from pg_catalog.pg_class c
                join user_schema n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'v', 'm', 'c')
                union all
                select n.nspname, t.typname, 'domain'
                from pg_catalog.pg_type t
                join user_schema n on n.oid = t.typnamespace
                where t.typtype = 'd'),
            ignored_relation as (
                select r.schema, r.name
                from relation r
                cross join given g
                cross join lateral (select pg_catalog.concat_ws('.', r.schema, r.name) as path) p
                where r.kind || ' ' || p.path ~ g.ignored or p.path ~ g.ignored)
            select o.kind, o.schema, count(*)::integer as objects,
                   pg_catalog.encode(pg_catalog.sha256(pg_catalog.string_agg(o.digest, '' order by o.digest)), 'hex') as hash
            from ({rows}) o
            cross join given g
            cross join lateral (
                select pg_catalog.concat_ws('.', nullif(o.schema, ''), nullif(o.relation, ''), o.name) as path) p
            where not coalesce(
                    o.schema = g.schema and (o.relation = any (g.tables) or o.kind = 'table' and o.name = any (g.tables))
                    or o.kind || ' ' || p.path ~ g.ignored or p.path ~ g.ignored, false)
              and not exists (select from ignored_relation i where i.schema = o.schema and i.name = o.relation)
            group by o.kind, o.schema""";

    private CatalogDigest() {}

    /** The statements for a server of this {@code server_version_num}. */
    public static FingerprintQuery of(int serverVersion) {
        var majorVersion = serverVersion / 10_000;
        var statements = SchemaReading.BY_KIND.stream()
                .map(queries -> statement(queries, majorVersion))
                .toList();
        var method = majorVersion + "-" + hash(String.join(";", statements));
        return new FingerprintQuery(SchemaReading.WRITE_THE_SAME_FOR_EVERYONE, statements, method);
    }

    private static String statement(List<CatalogQuery> queries, int majorVersion) {
        var rows = queries.stream()
                .map(query -> ROWS.replace(
                        "{query}", CatalogSql.expandAfterTables(query.sql(), majorVersion, AskedRelations.ALL)))
                .collect(Collectors.joining(" union all "));
        return DIGEST.replace("{tables}", CatalogSql.TABLES).replace("{rows}", rows);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
