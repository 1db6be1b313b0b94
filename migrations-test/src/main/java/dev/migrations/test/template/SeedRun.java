package dev.migrations.test.template;

import dev.migrations.database.ConnectionSource;
import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import dev.migrations.test.server.DatabaseUrl;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.postgresql.util.PSQLException;

/** Runs seed scripts, each as a whole: without a {@code BEGIN} of its own, it is one transaction. */
final class SeedRun {

    private SeedRun() {}

    static void on(DatabaseUrl database, SeedScript script) {
        try (var connection = source(database).connect();
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script.sql());
        } catch (SQLException e) {
            throw TestDatabaseException.seedFailed(problem(script, e), e);
        }
    }

    /** In simple query mode, the server says where a statement ends: the driver cuts {@code BEGIN ATOMIC} bodies. */
    private static ConnectionSource source(DatabaseUrl database) {
        var properties = new Properties();
        properties.setProperty("preferQueryMode", "simple");
        if (database.user() != null) {
            properties.setProperty("user", database.user());
        }
        if (database.password() != null) {
            properties.setProperty("password", database.password());
        }
        return ConnectionSource.of(database.url(), properties);
    }

    private static Problem problem(SeedScript script, SQLException failure) {
        var server = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        var message = server == null ? failure.getMessage() : server.getMessage();
        var problem =
                Problem.of("seed-failed", String.valueOf(message), "correct the script, and run the tests again.");
        var state = failure.getSQLState();
        var told = state == null ? problem : problem.withSqlState(state);
        if (server == null || server.getPosition() < 1) {
            return told.at(new SourceLocation(script.name(), 1, 1));
        }
        var before = script.sql().codePoints().limit(server.getPosition() - 1L).toArray();
        var line = 1 + (int) Arrays.stream(before).filter(c -> c == '\n').count();
        var column = before.length - lastLineBreak(before);
        var text = script.sql().lines().skip(line - 1L).findFirst().orElse("");
        return told.at(new SourceLocation(script.name(), line, column)).showing(new Excerpt(line, column, text));
    }

    private static int lastLineBreak(int[] codePoints) {
        var at = codePoints.length - 1;
        while (at >= 0 && codePoints[at] != '\n') {
            at--;
        }
        return at;
    }
}
