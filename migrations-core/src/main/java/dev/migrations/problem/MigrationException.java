package dev.migrations.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A promise that could not be kept; each kind is a final class beside the code that throws it.
 * The message is the rendered problems; code that needs to know what happened asks {@link #problems()}.
 */
public abstract class MigrationException extends RuntimeException {

    private final transient List<Problem> problems;

    /** All problems are told at once; there is at least one. */
    protected MigrationException(List<Problem> problems, @Nullable Throwable cause) {
        super(render(problems), cause);
        this.problems = List.copyOf(problems);
    }

    /** What went wrong, one or more, in the order in which a person should read them. */
    public final List<Problem> problems() {
        return problems;
    }

    /** The problems as a person reads them. */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** How a process that cannot go on should end. */
    public abstract ExitCode exitCode();

    private static String render(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalStateException("an exception without a problem");
        }
        return problems.stream().map(Problem::render).collect(Collectors.joining("\n\n"));
    }
}
