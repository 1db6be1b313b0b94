package dev.migrations.database;

import dev.migrations.migration.Migration;
import dev.migrations.problem.SourceLocation;
import dev.migrations.script.BackfillDirective;
import dev.migrations.script.Segment;
import java.sql.SQLException;

/**
 * Applies a backfill: looks whether its key will do, and writes that it shall run, in the transaction of its history row. The
 * statement itself runs later, in batches. A table without rows has nothing to fill, so its backfill is complete at once.
 */
final class BackfillRegistration {

    private static final String INSERT = """
            insert into {table} (version, table_name, key_columns, batch_size, tool_version, format, state, finished_at)
            select ?::bigint, ?::text, ?::text[], ?::integer, ?::text, ?::integer,
                   case when target.has_rows then 'open' else 'completed' end,
                   case when not target.has_rows then clock_timestamp() end
            from (select exists (select from {target}) as has_rows) target""";

    /** Somebody may have deleted a history row by hand, and left this one. */
    private static final String DELETE = """
            delete from {table}
            where version = ?""";

    private final TableName table;
    private final Migration migration;
    private final BackfillDirective directive;

    BackfillRegistration(TableName table, Migration migration) {
        this.table = table;
        this.migration = migration;
        this.directive = migration.backfill().orElseThrow(() -> new IllegalStateException("no backfill: " + migration));
    }

    /** Checks, writes, and commits unless the run shares one transaction. */
    void run(Session session, Progress progress, Limits limits, Commit commit) {
        var failures = new Failures(migration.up(), commit == Commit.LATER, false);
        var place = new Segment(
                0,
                Segment.Kind.TRANSACTIONAL,
                0,
                0,
                new SourceLocation(migration.up().name(), directive.location().line(), 1),
                "",
                "");
        try {
            enter(session, limits, commit, place);
            BackfillKey.read(session.connection(), migration.up(), directive);
            write(session, progress, failures, place);
            if (commit != Commit.LATER) {
                session.commit();
            }
        } catch (SQLException e) {
            undo(session, progress);
            throw failures.commit(place, e);
        } catch (Pipeline.FailedAtException e) {
            undo(session, progress);
            throw "23505".equals(e.failure().getSQLState())
                    ? failures.overtaken(place, e.failure())
                    : failures.history(place, e.failure());
        } catch (RuntimeException e) {
            undo(session, progress);
            throw e;
        }
    }

    private static void undo(Session session, Progress progress) {
        session.rollBack();
        progress.undo();
    }

    private void enter(Session session, Limits limits, Commit commit, Segment place)
            throws SQLException, Pipeline.FailedAtException {
        var enter = new Pipeline();
        new ScriptFrame(session.facts(), migration.up().name(), limits, commit).enter(enter, place);
        session.sendInTransaction(enter, notice -> {});
    }

    private void write(Session session, Progress progress, Failures failures, Segment place)
            throws SQLException, Pipeline.FailedAtException {
        var pipeline = new Pipeline();
        add(pipeline, progress);
        var changed = session.sendInTransaction(pipeline, notice -> {});
        if (changed[0] != 1) {
            throw failures.overtaken(place, null);
        }
    }

    /** The writes, without the look at the catalogue. */
    void add(Pipeline pipeline, Progress progress) {
        progress.begin(pipeline, 0);
        pipeline.add(table.backfills().in(DELETE), migration.version().toString());
        pipeline.add(
                table.backfills()
                        .in(INSERT)
                        .replace("{target}", directive.table().quoted()),
                migration.version().toString(),
                directive.table().schema() == null
                        ? directive.table().name()
                        : directive.table().schema() + "." + directive.table().name(),
                BackfillKey.literal(directive.key()),
                Integer.toString(directive.batch()),
                ToolVersion.CURRENT,
                Integer.toString(HistoryTable.FORMAT));
        progress.finish(pipeline, 0);
    }
}
