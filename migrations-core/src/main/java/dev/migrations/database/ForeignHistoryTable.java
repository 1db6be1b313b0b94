package dev.migrations.database;

import dev.migrations.history.ForeignHistory;
import dev.migrations.history.ForeignTool;
import dev.migrations.migration.SchemaTable;
import dev.migrations.problem.ExitCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history table of another tool: found by its name, known by its columns, read and never changed. */
public final class ForeignHistoryTable {

    private static final String FIND_TABLES = """
            select n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid) as visible,
                   (select array_agg(a.attname::text)
                    from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and c.relname = ? and (?::text is null or n.nspname = ?)
            order by visible desc, n.nspname""";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ForeignTool tool;
    private final @Nullable SchemaTable wanted;
    private final ForeignTable form;

    private ForeignHistoryTable(ForeignTool tool, @Nullable SchemaTable wanted) {
        this.tool = tool;
        this.wanted = wanted;
        this.form = ForeignTable.of(tool);
    }

    /** The table that the tool makes unless told otherwise. */
    public static ForeignHistoryTable of(ForeignTool tool) {
        return new ForeignHistoryTable(tool, null);
    }

    /** A table that the tool was told to use. */
    public static ForeignHistoryTable of(ForeignTool tool, SchemaTable table) {
        return new ForeignHistoryTable(tool, table);
    }

    /**
     * What it says just now.
     *
     * @throws HistoryTableException if it is not there, is another tool's, or may not be read
     */
    public ForeignHistory load(Session session) {
        try {
            return read(session, find(session));
        } catch (SQLException e) {
            throw failure(session, e);
        }
    }

    /**
     * What it says once its tool is not at work, and, until the session's open transaction ends, cannot get to work.
     *
     * @throws HistoryTableException    see {@link #load}
     * @throws LockNotAcquiredException if the tool works for longer than this
     */
    public ForeignHistory hold(Session session, Duration patience) {
        try {
            var table = find(session);
            var wait = new MigrationLock.Wait(patience);
            session.connection().setAutoCommit(false);
            while (!form.tryLock(session.connection(), table)) {
                session.rollBack();
                if (wait.isOver()) {
                    throw new LockNotAcquiredException(ForeignProblems.atWork(tool, table, patience));
                }
                wait.pause(PAUSE);
                session.connection().setAutoCommit(false);
            }
            return read(session, table);
        } catch (SQLException e) {
            session.rollBack();
            throw failure(session, e);
        }
    }

    private ForeignHistory read(Session session, TableName table) throws SQLException {
        return new ForeignHistory(tool, table.toString(), form.read(session.connection(), table));
    }

    private TableName find(Session session) throws SQLException {
        var found = candidates(session);
        if (found.isEmpty()) {
            throw new HistoryTableException(ForeignProblems.notThere(tool, name()));
        }
        var first = found.get(0);
        if (!first.visible() && found.size() > 1) {
            throw new HistoryTableException(ForeignProblems.several(
                    tool, found.stream().map(Candidate::table).toList()));
        }
        if (!first.columns().containsAll(form.columns()) || isOurs(first)) {
            throw new HistoryTableException(ForeignProblems.otherTool(tool, first.table(), first.columns()));
        }
        return first.table();
    }

    private static boolean isOurs(Candidate candidate) {
        return candidate.columns().contains("segment_checksums");
    }

    private String name() {
        return wanted == null ? tool.table() : wanted.toString();
    }

    private List<Candidate> candidates(Session session) throws SQLException {
        var schema = wanted == null ? null : wanted.schema();
        try (var statement = session.connection().prepareStatement(FIND_TABLES)) {
            statement.setString(1, wanted == null ? tool.table() : wanted.table());
            statement.setString(2, schema);
            statement.setString(3, schema);
            var found = new ArrayList<Candidate>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Candidate(
                            new TableName(rows.getString("nspname"), rows.getString("relname")),
                            rows.getBoolean("visible"),
                            List.of((String[]) rows.getArray("columns").getArray())));
                }
            }
            return found;
        }
    }

    private RuntimeException failure(Session session, SQLException e) {
        var error = PostgresError.of(e);
        return error.isRightMissing()
                ? new HistoryTableException(
                        ForeignProblems.cannotRead(name(), session.facts().user(), error), ExitCode.UNREACHABLE, e)
                : new DatabaseUnreachableException(error, e);
    }

    private record Candidate(TableName table, boolean visible, List<String> columns) {}
}
