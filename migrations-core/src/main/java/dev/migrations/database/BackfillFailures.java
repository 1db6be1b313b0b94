package dev.migrations.database;

import dev.migrations.database.BatchResult.Outcome;
import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.script.SqlScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a refused batch means, by SQLSTATE (PostgreSQL manual, appendix A), and the words for it. */
final class BackfillFailures {

    /** Serialization failure, deadlock, lock not available: it may go well the next time. */
    private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03");

    /** Query cancelled, as by a statement time-out: with fewer rows, it may go well. */
    private static final String CANCELLED = "57014";

    /** Classes that no other choice of rows would change: rights, names, syntax, resources, and the server's state. */
    private static final Set<String> HOPELESS =
            Set.of("0A", "25", "28", "3D", "3F", "42", "53", "54", "55", "57", "58", "F0", "XX");

    private final SqlScript script;
    private final BoundStatement statement;
    private final BackfillKey key;

    BackfillFailures(SqlScript script, BoundStatement statement, BackfillKey key) {
        this.script = script;
        this.statement = statement;
        this.key = key;
    }

    BatchResult result(BackfillPage.Keys keys, SQLException failure) {
        var error = PostgresError.of(failure);
        if (error.isConnectionLost()) {
            throw new DatabaseUnreachableException(error, failure);
        }
        return BatchResult.failed(outcome(error.sqlState()), keys.rows(), keys.to(), problem(error));
    }

    /** Our own look at the keys, or our own write, failed: no row of the batch is to blame. */
    BatchResult besideStatement(SQLException failure) {
        var error = PostgresError.of(failure);
        if (error.isConnectionLost()) {
            throw new DatabaseUnreachableException(error, failure);
        }
        var mayPass = IN_THE_WAY.contains(error.sqlState()) || error.sqlState().equals(CANCELLED);
        return BatchResult.failed(
                mayPass ? Outcome.IN_THE_WAY : Outcome.HOPELESS, 0, List.of(), problem(error.withoutPosition()));
    }

    private static Outcome outcome(String sqlState) {
        if (IN_THE_WAY.contains(sqlState)) {
            return Outcome.IN_THE_WAY;
        }
        return !sqlState.equals(CANCELLED) && HOPELESS.contains(sqlState.substring(0, 2))
                ? Outcome.HOPELESS
                : Outcome.REFUSED;
    }

    private Problem problem(PostgresError error) {
        var place = statement.locationOf(error.position());
        var text = error.message() + (error.detail() == null ? "" : " (" + error.detail() + ")");
        var problem = Problem.of(
                        "backfill-failed", text, "correct it, then run `migrations backfill retry` with this version.")
                .at(place)
                .withSqlState(error.sqlState());
        return script.findLine(place.line())
                .map(line -> problem.showing(new Excerpt(place.line(), place.column(), line)))
                .orElse(problem);
    }

    /** A row that could not be done, in one line. */
    String row(BatchResult failed) {
        return key.shown(failed.last()) + ": " + words(failed);
    }

    /** What the server said, in one line, with its place in the file. */
    String line(BatchResult failed) {
        var problem = failed.failure();
        return problem == null ? "" : problem.location() + ": " + words(failed);
    }

    private static String words(BatchResult failed) {
        var problem = failed.failure();
        return problem == null ? "" : problem.message() + " (SQLSTATE " + problem.sqlState() + ")";
    }
}
