package dev.migrations.database;

import dev.migrations.history.AppliedRepeatable;
import dev.migrations.history.Backfill;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.SchemaTable;
import dev.migrations.problem.ExitCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table that says what was applied: made when it is first needed, read in one round trip.
 *
 * <p>Versions have one table, repeatables and backfills others beside it, made when a folder first has one: their keys
 * differ, and a version is never null. A row's {@code format} says which release can read it; a newer one is refused, never guessed at.
 */
public final class HistoryTable {

    private static final Logger log = LoggerFactory.getLogger(HistoryTable.class);

    /** The newest row format that this release reads and writes. */
    static final int FORMAT = 1;

    private static final Set<String> COLUMNS = Set.of(
            "version",
            "description",
            "script",
            "checksum",
            "state",
            "applied_at",
            "applied_by",
            "duration_ms",
            "segments_done",
            "segment_checksums",
            "down_script",
            "tool_version",
            "format");

    private static final String CREATE_SCHEMA = "create schema if not exists {schema}";

    private static final String CREATE_TABLE = """
            create table if not exists {table} (
                version           bigint primary key,
                description       text not null,
                script            text not null,
                checksum          text not null,
                state             text not null
                    check (state in ('applied', 'unfinished', 'refused', 'rolling_back', 'baseline')),
                applied_at        timestamptz not null default clock_timestamp(),
                applied_by        text not null default session_user,
                duration_ms       bigint not null default 0,
                segments_done     integer not null default 0,
                segment_checksums text[] not null default '{}',
                down_script       text,
                tool_version      text not null,
                format            integer not null
            )""";

    private static final String CREATE_REPEATABLES = """
            create table if not exists {table} (
                description  text primary key,
                script       text not null,
                checksum     text not null,
                applied_at   timestamptz not null default clock_timestamp(),
                applied_by   text not null default session_user,
                duration_ms  bigint not null default 0,
                tool_version text not null,
                format       integer not null
            )""";

    private static final String SELECT_MIGRATIONS = """
            select version, description, script, checksum, state, applied_at, applied_by, duration_ms, segment_checksums,
                   down_script is not null as down_kept, {down} as down_script, tool_version, format
            from {table}
            order by version""";

    private static final String SELECT_REPEATABLES = """
            select description, script, checksum, applied_at, applied_by, duration_ms, tool_version, format
            from {table}
            order by description""";

    /** No other tool's table has a column of this name. */
    private static final String SELECT_HISTORIES = """
            select n.nspname, c.relname,
                   exists (
                       select from pg_catalog.pg_class r
                       where r.relnamespace = n.oid and r.relname = c.relname || '_repeatables'),
                   exists (
                       select from pg_catalog.pg_class f
                       where f.relnamespace = n.oid and f.relname = c.relname || '_fingerprint')
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_class c on c.oid = a.attrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where a.attname = 'segment_checksums' and not a.attisdropped and c.relkind = 'r' and c.relpersistence <> 't'
            order by n.nspname, c.relname""";

    private final TableName name;

    private HistoryTable(TableName name) {
        this.name = name;
    }

    /** The history table of the folder that the session was opened for, whether it exists or not. */
    public static HistoryTable of(Session session) {
        return new HistoryTable(session.facts().table());
    }

    TableName name() {
        return name;
    }

    /** Its name with its schema, where the folder may leave that to the search path. */
    public SchemaTable schemaTable() {
        return new SchemaTable(name.schema(), name.name());
    }

    /** The names of all its tables, whether they exist or not. */
    public List<SchemaTable> tables() {
        return tables(name);
    }

    private static List<SchemaTable> tables(TableName name) {
        return Stream.of(name, name.repeatables(), name.backfills(), name.fingerprint())
                .map(table -> new SchemaTable(table.schema(), table.name()))
                .toList();
    }

    /** Every history table of the database, whichever folder's it is. */
    public static List<FoundHistory> findAll(Session session) {
        var found = new ArrayList<FoundHistory>();
        try (var statement = session.connection().createStatement();
                var rows = statement.executeQuery(SELECT_HISTORIES)) {
            while (rows.next()) {
                found.add(new FoundHistory(
                        new SchemaTable(rows.getString(1), rows.getString(2)), rows.getBoolean(3), rows.getBoolean(4)));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** The names of all the tables of every folder that has ever run on the database, and of this one's. */
    public static Set<SchemaTable> everyTable(Session session) {
        return Stream.concat(
                        Stream.of(session.facts().table()),
                        findAll(session).stream().map(FoundHistory::name))
                .flatMap(table -> tables(table).stream())
                .collect(Collectors.toSet());
    }

    /** The names, as SQL writes them, of those of its tables that exist. */
    public List<String> existing(Session session) {
        var tables = new ArrayList<String>();
        if (session.facts().hasTable()) {
            tables.add(name.quoted());
        }
        if (session.facts().beside().repeatables()) {
            tables.add(name.repeatables().quoted());
        }
        if (session.facts().beside().backfills()) {
            tables.add(name.backfills().quoted());
        }
        return tables;
    }

    /** Whether the kept down scripts are loaded as well; they may be large, and only a rollback needs them. */
    public enum DownScripts {
        /** Only whether there is one. */
        LEFT_OUT,
        /** Their text too. */
        LOADED
    }

    /**
     * Every row, in one round trip; none if there is no table yet.
     *
     * @throws HistoryTableException if the table is another tool's or a newer release's, or may not be read
     */
    public MigrationHistory load(Session session, DownScripts downs) {
        var facts = session.facts();
        if (!facts.hasTable()) {
            if (facts.found() != null) {
                throw new HistoryTableException(HistoryProblems.hidden(name, facts.found()));
            }
            return MigrationHistory.EMPTY;
        }
        if (!facts.columns().containsAll(COLUMNS)) {
            throw new HistoryTableException(ForeignProblems.inOurPlace(name, facts.columns()));
        }
        return reload(session, downs, facts.beside());
    }

    /** The rows as they are now, once {@link #create} has made sure that there is a table. */
    MigrationHistory reload(Session session, DownScripts downs, SideTables beside) {
        var down = downs == DownScripts.LOADED ? "down_script" : "null::text";
        var sql = name.in(SELECT_MIGRATIONS).replace("{down}", down);
        if (beside.repeatables()) {
            sql += ";" + name.repeatables().in(SELECT_REPEATABLES);
        }
        if (beside.backfills()) {
            sql += ";" + name.backfills().in(BackfillRows.SELECT);
        }
        try (var statement = session.connection().createStatement()) {
            statement.execute(sql);
            var migrations = HistoryRows.migrations(statement.getResultSet(), name);
            var latest = beside.repeatables()
                    ? HistoryRows.repeatables(next(statement), name)
                    : List.<AppliedRepeatable>of();
            var backfills = beside.backfills()
                    ? BackfillRows.backfills(next(statement), name.backfills())
                    : List.<Backfill>of();
            return MigrationHistory.of(migrations, latest, backfills);
        } catch (SQLException e) {
            throw unreadable(name, session, e);
        }
    }

    private static ResultSet next(Statement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
    }

    static RuntimeException unreadable(TableName name, Session session, SQLException e) {
        var error = PostgresError.of(e);
        return error.isRightMissing()
                ? new HistoryTableException(
                        HistoryProblems.cannotRead(name, session.facts().user(), error), ExitCode.UNREACHABLE, e)
                : new DatabaseUnreachableException(error, e);
    }

    /**
     * Makes what is not there yet; call it under the lock.
     *
     * @throws HistoryTableException if the role may not, or may not write what is there
     */
    void create(Session session, SideTables needed) {
        var facts = session.facts();
        if (facts.hasTable() && !facts.writable()) {
            throw new HistoryTableException(HistoryProblems.cannotWrite(name, facts.user()), ExitCode.UNREACHABLE);
        }
        var missing = missing(session, needed);
        if (missing.size() > 0) {
            send(session, missing);
        }
    }

    /** The statements that make what is not there yet. */
    Pipeline missing(Session session, SideTables needed) {
        var facts = session.facts();
        var missing = new Pipeline();
        if (!facts.hasSchema()) {
            missing.add(CREATE_SCHEMA.replace("{schema}", name.quotedSchema()));
        }
        if (!facts.hasTable()) {
            if (facts.elsewhere() != null) {
                log.warn(
                        "Making {}, although there is a table of this name in {}: if that is this folder's history, name its"
                                + " schema in migration.yaml (`schema-table: schema.{}`)",
                        name,
                        facts.elsewhere(),
                        name.name());
            }
            missing.add(name.in(CREATE_TABLE));
        }
        if (needed.repeatables() && !facts.beside().repeatables()) {
            missing.add(name.repeatables().in(CREATE_REPEATABLES));
        }
        if (needed.backfills() && !facts.beside().backfills()) {
            missing.add(name.backfills().in(BackfillRows.CREATE));
        }
        return missing;
    }

    private void send(Session session, Pipeline missing) {
        try {
            sendAgainIfOvertaken(session, missing);
            session.commit();
        } catch (Pipeline.FailedAtException e) {
            session.rollBack();
            throw cannotCreate(session, e.failure());
        } catch (SQLException e) {
            session.rollBack();
            throw cannotCreate(session, e);
        }
    }

    /** {@code IF NOT EXISTS} does not see what is not committed: another folder may make their common schema just now. */
    private static void sendAgainIfOvertaken(Session session, Pipeline missing)
            throws SQLException, Pipeline.FailedAtException {
        try {
            session.sendInTransaction(missing, notice -> {});
        } catch (Pipeline.FailedAtException e) {
            if (!"23505".equals(e.failure().getSQLState())) {
                throw e;
            }
            session.rollBack();
            session.sendInTransaction(missing, notice -> {});
        }
    }

    private RuntimeException cannotCreate(Session session, SQLException e) {
        var error = PostgresError.of(e);
        return error.isRightMissing()
                ? new HistoryTableException(
                        HistoryProblems.cannotCreate(name, session.facts(), error), ExitCode.UNREACHABLE, e)
                : new DatabaseUnreachableException(error, e);
    }
}
