package dev.migrations.test.template;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no database for a test. */
public final class TestDatabaseException extends MigrationException {

    private static final long serialVersionUID = 1;

    private TestDatabaseException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }

    static TestDatabaseException mayNotCreate(String role) {
        var quoted = role.matches("[a-z_][a-z0-9_]*") ? role : "\"" + role.replace("\"", "\"\"") + "\"";
        return new TestDatabaseException(
                Problem.of(
                        "no-createdb",
                        "the role " + role + " may not make databases, and each test gets one of its own.",
                        "have an administrator run `alter role " + quoted
                                + " createdb;`, or unset MIGRATIONS_TEST_URL to run on a server that the tests start."),
                null);
    }

    static TestDatabaseException inUse(String template, List<String> sessions, MigrationException cause) {
        return new TestDatabaseException(
                Problem.of(
                        "template-in-use",
                        "the template " + template + " cannot be copied while others are connected to it: "
                                + String.join("; ", sessions) + ".",
                        "end these sessions (`select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                                + template + "';`), and run the tests again."),
                cause);
    }

    static TestDatabaseException notMade(MigrationException cause) {
        var problem = cause.problems().get(0);
        return new TestDatabaseException(
                new Problem(
                        problem.code(),
                        problem.message(),
                        "free what it says (databases of ended runs are dropped by the next run), or run the tests on another"
                                + " server (MIGRATIONS_TEST_URL).",
                        null,
                        null,
                        problem.sqlState()),
                cause);
    }

    static TestDatabaseException stillBuilding(TemplateKey key, Duration patience) {
        return new TestDatabaseException(
                Problem.of(
                        "template-not-ready",
                        "another process has been building the template of " + key.label() + " for "
                                + patience.toMinutes() + " minutes.",
                        "see what it does (`select pid, application_name, query from pg_stat_activity where datname = '"
                                + key.name() + "';`), and end it if it hangs."),
                null);
    }

    /** What was told in full once. */
    static TestDatabaseException asBefore(TemplateKey key, RuntimeException first) {
        var reason = first instanceof MigrationException known
                ? known.problems().get(0).message()
                : String.valueOf(first.getMessage());
        return new TestDatabaseException(
                Problem.of(
                        "template-not-built",
                        "the template of " + key.label() + " could not be built: " + reason,
                        "see the first test that failed; the others cannot run before that is corrected."),
                null);
    }

    static TestDatabaseException noScript(String location) {
        return new TestDatabaseException(
                Problem.of(
                        "no-seed-script",
                        "there is no script " + location + ".",
                        "write classpath:seeds/users.sql for src/test/resources/seeds/users.sql, or file:/path/to/users.sql."),
                null);
    }

    static TestDatabaseException unreadable(String location, Exception cause) {
        return new TestDatabaseException(
                Problem.of(
                        "unreadable-seed-script",
                        "the script " + location + " cannot be read: " + cause,
                        "check the file and its rights."),
                cause);
    }

    static TestDatabaseException seedFailed(Problem problem, Exception cause) {
        return new TestDatabaseException(problem, cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.UNREACHABLE;
    }
}
