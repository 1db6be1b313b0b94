package dev.migrations.spring.command;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import org.springframework.beans.BeansException;

/** A data source that the application cannot make; the text of the cause is left to failure analysis, for it may hold a URL. */
final class NoDataSourceException extends MigrationException {

    private static final long serialVersionUID = 1;

    NoDataSourceException(BeansException cause) {
        super(
                List.of(Problem.of(
                        "no-data-source",
                        "a DataSource of the application cannot be made.",
                        "see the failure analysis on standard error; the properties and profiles of this call count.")),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.FAILED;
    }
}
