package dev.migrations.catalog;

import dev.migrations.drift.FingerprintQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Has the server hash what {@link SchemaReading} would read: the same questions, so that what one sees, the other sees.
 *
 * <ol>
 *   <li>A row is hashed as text, and a column together with the name of the one before it: order means something there.
 *   <li>The hashes of all rows of one kind in one schema, sorted, make up the hash of these.
 *   <li>SHA-256, as a server in FIPS mode has no MD5, and in the database's own encoding, as {@code SQL_ASCII} has no other.
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
            objects as materialized (
                select r.*, coalesce(
                           r.schema = g.schema and (r.relation = any (g.tables) or r.kind = 'table' and r.name = any (g.tables))
                           or r.kind || ' ' || p.path ~ g.ignored or p.path ~ g.ignored, false) as ignored
                from ({rows}) r
                cross join given g
                cross join lateral (
                    select pg_catalog.concat_ws('.', nullif(r.schema, ''), nullif(r.relation, ''), r.name) as path) p)
            select o.kind, o.schema, count(*)::integer as objects,
                   pg_catalog.encode(pg_catalog.sha256(pg_catalog.string_agg(o.digest, '' order by o.digest)), 'hex') as hash
            from objects o
            where not o.ignored and not exists (
                select from objects w
                where w.schema = o.schema and w.name = o.relation and w.ignored
                  and w.kind in ('table', 'foreign table', 'view', 'materialized view', 'domain', 'type'))
            group by o.kind, o.schema""";

    private CatalogDigest() {}

    /** The statement for a server of this {@code server_version_num}. */
    public static FingerprintQuery of(int serverVersion) {
        var majorVersion = serverVersion / 10_000;
        var rows = SchemaReading.QUERIES.stream()
                .map(query -> ROWS.replace(
                        "{query}", CatalogSql.expandAfterTables(query.sql(), majorVersion, AskedRelations.ALL)))
                .collect(Collectors.joining(" union all "));
        var sql = DIGEST.replace("{tables}", CatalogSql.TABLES).replace("{rows}", rows);
        return new FingerprintQuery(SchemaReading.WRITE_THE_SAME_FOR_EVERYONE, sql, majorVersion + "-" + hash(sql));
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
