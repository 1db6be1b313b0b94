package dev.migrations.database;

import dev.migrations.drift.Fingerprint;
import dev.migrations.drift.Fingerprint.Part;
import dev.migrations.drift.FingerprintQuery;
import dev.migrations.drift.NamePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table beside the history table that keeps a fingerprint of the database: what the latest run has left.
 *
 * <ol>
 *   <li>It is computed and kept in one round trip; a person can read it, one row for each kind of object in each schema.
 *   <li>A hash of the history stands beside it: after a run that kept none, such as one of an older release, it is not taken
 *       for the latest.
 *   <li>The tool's own tables are left out of it.
 * </ol>
 */
public final class FingerprintTable {

    private static final int FORMAT = 1;

    /** Longer than it takes on any schema that was measured; a fingerprint is not worth a longer wait. */
    private static final List<String> LIMITS =
            List.of("set local lock_timeout = '1s'", "set local statement_timeout = '10s'");

    private static final String CREATE = """
            create table {table} (
                kind         text not null,
                schema       text not null,
                objects      integer not null,
                hash         text not null,
                taken_at     timestamptz not null default now(),
                history      text not null,
                method       text not null,
                ignored      text not null,
                tool_version text not null,
                format       integer not null,
                primary key (kind, schema)
            )""";

    private static final String CLEAR = "delete from {table}";

    private static final String KEEP = """
            insert into {table} (kind, schema, objects, hash, history, method, ignored, tool_version, format)
            select d.kind, d.schema, d.objects, d.hash, {history}, ?, ?, ?, ?::integer
            from ({digest}) d""";

    /** What is applied, in one hash; backfills change no schema. */
    private static final String HISTORY = """
            pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
                (select coalesce(pg_catalog.string_agg(pg_catalog.concat_ws(
                            ' ', h.version, h.checksum, h.state, h.segments_done, extract(epoch from h.applied_at)),
                        ',' order by h.version), '')
                 from {table} h)
                || {repeatables},
                pg_catalog.getdatabaseencoding())), 'hex')""";

    private static final String REPEATABLES = """
            (select coalesce(pg_catalog.string_agg(
                        r.checksum || ' ' || extract(epoch from r.applied_at), ';' order by r.description collate "C"), '')
             from {table} r)""";

    private static final String LOAD = """
            select f.kind, f.schema, f.objects, f.hash, f.taken_at, f.method, f.ignored, f.format,
                   f.history = {history} as is_latest
            from {table} f
            order by f.schema, f.kind""";

    private final Session session;
    private final TableName history;
    private final boolean repeatables;
    private final boolean exists;

    private FingerprintTable(Session session, TableName history, boolean repeatables, boolean exists) {
        this.session = session;
        this.history = history;
        this.repeatables = repeatables;
        this.exists = exists;
    }

    /** Those beside every history table of the database. */
    public static List<FingerprintTable> all(Session session) {
        return HistoryTable.findAll(session).stream()
                .map(found -> new FingerprintTable(session, found.name(), found.repeatables(), found.fingerprint()))
                .toList();
    }

    /** The one beside the history table of the session's folder. */
    public static FingerprintTable own(Session session) {
        return of(session, session.facts().table(), session.facts().beside());
    }

    /** The same where tables were made since the session was opened. */
    static FingerprintTable of(Session session, TableName history, SideTables beside) {
        return new FingerprintTable(
                session, history, beside.repeatables(), session.facts().beside().fingerprint());
    }

    /**
     * Computes and keeps the fingerprint of the database as it is now.
     *
     * @throws DatabaseUnreachableException if the role may not, or the server refuses
     */
    public void keep(FingerprintQuery query, List<NamePattern> ignored) {
        var regex = NamePattern.regexOf(ignored);
        var pipeline = new Pipeline();
        // the driver's own would be answered while this is still being sent
        pipeline.add("begin isolation level repeatable read");
        pipeline.add(query.settings());
        LIMITS.forEach(pipeline::add);
        pipeline.add(
                exists ? history.fingerprint().in(CLEAR) : history.fingerprint().in(CREATE));
        var keep = history.fingerprint().in(KEEP).replace("{history}", historyHash());
        for (var statement : query.statements()) {
            pipeline.add(
                    keep.replace("{digest}", statement),
                    query.method(),
                    regex,
                    ToolVersion.CURRENT,
                    String.valueOf(FORMAT),
                    history.schema(),
                    ownTables(),
                    regex);
        }
        pipeline.add("commit");
        try {
            session.send(pipeline, notice -> {});
        } catch (Pipeline.FailedAtException e) {
            undo();
            throw DatabaseUnreachableException.of(e.failure());
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    private void undo() {
        try (var statement = session.connection().createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            // the connection is gone, and with it the transaction
        }
    }

    /** Whether somebody holds the lock of that history just now. */
    public boolean isRunning() {
        try {
            return RunnerSessions.findHolder(session, RunnerName.of(history)).isPresent();
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    /**
     * What was kept last; empty if nothing ever was.
     *
     * @throws HistoryTableException if the role may not read it
     */
    public KeptFingerprint load() {
        if (!exists) {
            return new KeptFingerprint(new Fingerprint(Instant.EPOCH, "", "", List.of()), true);
        }
        var sql = history.fingerprint().in(LOAD.replace("{history}", historyHash()));
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery(sql)) {
            return kept(rows);
        } catch (SQLException e) {
            throw HistoryTable.unreadable(history.fingerprint(), session, e);
        }
    }

    private static KeptFingerprint kept(ResultSet rows) throws SQLException {
        var parts = new ArrayList<Part>();
        var latest = true;
        var takenAt = Instant.EPOCH;
        var method = "";
        var ignored = "";
        while (rows.next()) {
            latest = rows.getBoolean("is_latest") && rows.getInt("format") <= FORMAT;
            takenAt = rows.getObject("taken_at", OffsetDateTime.class).toInstant();
            method = rows.getString("method");
            ignored = rows.getString("ignored");
            parts.add(part(rows));
        }
        return new KeptFingerprint(new Fingerprint(takenAt, method, ignored, parts), latest);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getString("kind"), row.getString("schema"), row.getInt("objects"), row.getString("hash"));
    }

    /**
     * What it would be now; changes nothing.
     *
     * @throws DatabaseUnreachableException if the server refuses
     */
    public List<Part> now(FingerprintQuery query, List<NamePattern> ignored) {
        var settings = new Pipeline();
        settings.add("set transaction isolation level repeatable read, read only");
        settings.add(query.settings());
        LIMITS.forEach(settings::add);
        try {
            session.sendInTransaction(settings, notice -> {});
            var parts = new ArrayList<Part>();
            for (var statement : query.statements()) {
                parts.addAll(parts(statement, NamePattern.regexOf(ignored)));
            }
            return parts;
        } catch (Pipeline.FailedAtException e) {
            throw DatabaseUnreachableException.of(e.failure());
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        } finally {
            session.rollBack();
        }
    }

    private List<Part> parts(String sql, String regex) throws SQLException {
        try (var statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, history.schema());
            statement.setString(2, ownTables());
            statement.setString(3, regex);
            var parts = new ArrayList<Part>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    parts.add(part(rows));
                }
            }
            return parts;
        }
    }

    private String historyHash() {
        var latest = repeatables ? history.repeatables().in(REPEATABLES) : "''";
        return history.in(HISTORY).replace("{repeatables}", latest);
    }

    private String ownTables() {
        return Stream.of(history, history.repeatables(), history.backfills(), history.fingerprint())
                .map(TableName::name)
                .collect(Collectors.joining("\n"));
    }
}
