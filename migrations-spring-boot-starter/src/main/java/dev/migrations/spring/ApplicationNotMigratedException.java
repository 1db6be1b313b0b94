package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The application cannot go on with its databases as they are. It names an exit code: without one, Spring Boot would leave
 * the process running for as long as any thread of it does.
 */
public final class ApplicationNotMigratedException extends MigrationException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1;
    private static final String UNEXPECTED = "unexpected-failure";

    private final transient List<MigrationReport> reports;
    private final ExitCode exitCode;

    /** What was done before it is in the reports, each failure too. */
    ApplicationNotMigratedException(
            List<MigrationReport> reports, List<Problem> problems, ExitCode exitCode, @Nullable Throwable cause) {
        super(problems, cause);
        this.reports = List.copyOf(reports);
        this.exitCode = exitCode;
    }

    /** Something that nobody foresaw; its text is left to the stack trace, for nobody knows what it holds. */
    static ApplicationNotMigratedException unexpected(RuntimeException failure) {
        var problem = Problem.of(
                UNEXPECTED,
                "the migrations ended with an unexpected " + failure.getClass().getName(),
                "see the stack trace; what was applied before stays applied, and the next start goes on after it.");
        return new ApplicationNotMigratedException(List.of(), List.of(problem), ExitCode.FAILED, failure);
    }

    /** Whether only the stack trace can tell. */
    boolean isUnexpected() {
        return problems().stream().anyMatch(problem -> problem.code().equals(UNEXPECTED));
    }

    /** Its message, with the folder and the database before what went wrong there. */
    String placed() {
        var failed = reports.stream().filter(report -> !report.success()).toList();
        return failed.isEmpty()
                ? render()
                : failed.stream()
                        .map(report -> report.folder() + " on " + report.database() + ": "
                                + report.errors().stream().map(Problem::render).collect(Collectors.joining("\n\n")))
                        .collect(Collectors.joining("\n\n"));
    }

    private String render() {
        return problems().stream().map(Problem::render).collect(Collectors.joining("\n\n"));
    }

    /** One for each folder and database that was begun, the failed ones with their errors. */
    public List<MigrationReport> reports() {
        return reports;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    public int getExitCode() {
        return exitCode.value();
    }
}
