package dev.migrations.database;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for a script that failed: where, what the server said, what was kept, and what to do. */
final class Failures {

    /** By SQLSTATE (PostgreSQL manual, appendix A), where the server does not know what a migration could do about it. */
    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry(
                    "25001",
                    "put `-- migrations: transaction=none` at the head of the file, so that no transaction is open; what sets"
                            + " up a transaction itself goes into its first line: `begin isolation level serializable;`."),
            Map.entry(
                    "55P04",
                    "use the new enum value in a later migration, or bound its `alter type` with `begin;` and `commit;`."),
            Map.entry(
                    "55P03",
                    "another session holds the lock: run it again when it is gone, or give it more time with `-- migrations: lock-retry-budget=30min` at the head of the file."),
            Map.entry("40P01", "another session wanted the same locks in another order: run it again."),
            Map.entry(
                    "57014",
                    "give the statement more time with `-- migrations: statement-timeout=10min` at the head of the file."),
            Map.entry(
                    "42501",
                    "grant the right to the role, or migrate with a role that has it (`migrations.databases`)."),
            Map.entry(
                    "2D000",
                    "put `-- migrations: transaction=none` at the head of the file, so that it may commit by itself."),
            Map.entry("53100", "free disk space on the server, then run it again."),
            Map.entry("25006", "connect to a server, and with a role, that may write."));

    private final SqlScript script;
    private final boolean sharedTransaction;
    private final boolean startsAgain;

    /**
     * For one script.
     *
     * @param sharedTransaction whether the whole run is one transaction
     * @param startsAgain       whether the next run begins at the first segment, whatever is done
     */
    Failures(SqlScript script, boolean sharedTransaction, boolean startsAgain) {
        this.script = script;
        this.sharedTransaction = sharedTransaction;
        this.startsAgain = startsAgain;
    }

    StatementFailedException statement(SqlStatement statement, Segment segment, SQLException failure) {
        var error = PostgresError.of(failure);
        var place = error.position() > 0 ? statement.locationOf(error.position()) : statement.location();
        return failed("statement-failed", place, segment, error, failure);
    }

    StatementFailedException commit(Segment segment, SQLException failure) {
        return failed(
                "commit-failed",
                segment.location(),
                segment,
                PostgresError.of(failure).at("commit"),
                failure);
    }

    /** Our own write of the history failed. */
    StatementFailedException history(Segment segment, SQLException failure) {
        var state = PostgresError.of(failure).sqlState();
        if (state.equals("42P01") || state.equals("3F000") || state.equals("42703")) {
            return new StatementFailedException(
                    Problem.of(
                                    "history-gone",
                                    script.name()
                                            + " has removed or changed the history table that its own row belongs to. "
                                            + kept(segment),
                                    "leave the history table alone in the script; a schema of its own, such as `schema-table: ops.schema_migrations` in migration.yaml, keeps it out of the way.")
                            .at(segment.location())
                            .withSqlState(state),
                    failure);
        }
        return commit(segment, failure);
    }

    /** A write of the history found no row, or too many: somebody else was there. */
    StatementFailedException overtaken(Segment segment, @Nullable SQLException failure) {
        return new StatementFailedException(
                Problem.of(
                                "overtaken",
                                "the history row of " + script.name() + " was changed by somebody else meanwhile. "
                                        + kept(segment),
                                "run it again: it goes on after what is done.")
                        .at(segment.location()),
                failure);
    }

    StatementFailedException outcomeUnknown(SqlStatement statement, Segment segment) {
        return new StatementFailedException(
                problem(
                        "outcome-unknown",
                        statement.location(),
                        "an interrupted run had sent this statement, and nothing tells whether it finished. "
                                + kept(segment),
                        "look at its effects: if it did its work, finish the script by hand and run `force` with this version;"
                                + " if not, undo the script by hand and run `force` with the version before."),
                null);
    }

    StatementFailedException invalidIndex(SqlStatement statement, Segment segment, String index) {
        return new StatementFailedException(
                problem(
                        "invalid-index",
                        statement.location(),
                        "the index " + index + " is there but invalid: a concurrent build of it did not finish. "
                                + kept(segment),
                        "drop index concurrently " + index + "; then run it again."),
                null);
    }

    StatementFailedException changedMeanwhile() {
        return new StatementFailedException(
                Problem.of(
                        "changed-meanwhile",
                        script.name() + " has changed between the plan and the run, so it was not begun.",
                        "run it again, with the file as it is now."),
                null);
    }

    /** The commit of a run that shares one transaction. */
    static StatementFailedException sharedCommit(SQLException failure) {
        var error = PostgresError.of(failure);
        return new StatementFailedException(
                Problem.of(
                                "commit-failed",
                                error.message() + " (SQLSTATE " + error.sqlState() + ")\nNothing of this run was kept.",
                                hint(error))
                        .withSqlState(error.sqlState()),
                failure);
    }

    /** What to say when no try got its locks. */
    static Problem blocked(Problem problem, int tries, Duration spent, List<BlockingSession> blockers) {
        var text = new StringBuilder(problem.message());
        if (tries > 1) {
            text.append("\nTried ")
                    .append(tries)
                    .append(" times in ")
                    .append(spent.toSeconds())
                    .append(" s.");
        }
        if (!blockers.isEmpty()) {
            text.append("\nIn the way:");
            blockers.forEach(session ->
                    text.append("\n  ").append(session).append("\n    ").append(session.remedy()));
        }
        var hint = blockers.isEmpty()
                ? problem.hint()
                : blockers.get(0).remedy()
                        + " and run it again; or give it more time with `-- migrations: lock-retry-budget=30min` at the head of the file.";
        return new Problem(
                "lock-timeout", text.toString(), hint, problem.location(), problem.excerpt(), problem.sqlState());
    }

    private StatementFailedException failed(
            String code, SourceLocation place, Segment segment, PostgresError error, SQLException failure) {
        var text = new StringBuilder(error.message())
                .append(" (SQLSTATE ")
                .append(error.sqlState())
                .append(')');
        if (error.detail() != null) {
            text.append("\nDetail: ").append(error.detail());
        }
        if (error.where() != null) {
            text.append("\nWhere: ").append(error.where());
        }
        text.append('\n').append(error.isConnectionLost() ? unknown() : kept(segment));
        var problem = problem(code, place, text.toString(), hint(error)).withSqlState(error.sqlState());
        return new StatementFailedException(problem, failure);
    }

    private static String hint(PostgresError error) {
        if (error.isConnectionLost()) {
            return "see the server's log for why it went away; then run it again: it goes on after what is done.";
        }
        var ours = HINTS.get(error.sqlState());
        if (ours != null) {
            return ours;
        }
        return error.hint() != null ? error.hint() : "correct the statement and run it again.";
    }

    private Problem problem(String code, SourceLocation place, String message, String hint) {
        var problem = Problem.of(code, message, hint).at(place);
        return script.findLine(place.line())
                .map(line -> problem.showing(new Excerpt(place.line(), place.column(), line)))
                .orElse(problem);
    }

    private String kept(Segment failed) {
        if (sharedTransaction) {
            return "Nothing of this run was kept.";
        }
        if (startsAgain && failed.index() > 0) {
            return "What " + script.name() + " did before line "
                    + failed.location().line() + " stays; as a repeatable, it starts again from its first line.";
        }
        if (failed.index() == 0) {
            return "Nothing of " + script.name() + " was kept.";
        }
        var done = failed.index() == 1 ? "Segment 1" : "Segments 1 to " + failed.index();
        return done + " of " + script.segments().size() + " of " + script.name()
                + " stay applied; the next run goes on at line "
                + failed.location().line() + ".";
    }

    private String unknown() {
        return "The connection is lost. Each transaction of " + script.name()
                + " was kept or lost together with its history row, so the next run goes on at the right place.";
    }
}
