package dev.migrations;

import dev.migrations.plan.MigrationState;
import dev.migrations.plan.VersionState;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a database could not be made again on a scratch one. */
public final class NoCopyException extends MigrationException {

    private static final long serialVersionUID = 1;

    private NoCopyException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }

    /**
     * What else can be done.
     *
     * @param unfinished where a version is not finished
     * @param otherwise  where something else is in the way
     * @param extensions where extensions are missing
     */
    record Advice(String unfinished, String otherwise, String extensions) {

        /** To copy the schema instead. */
        static final Advice DUMP = of("copy the schema as it is, with --copy pg_dump.");

        private static Advice of(String advice) {
            return new Advice(advice, advice, advice);
        }
    }

    /** Some versions are applied, and no file says what they did. */
    static NoCopyException withoutFiles(List<VersionState> versions, Advice advice) {
        return new NoCopyException(
                versions.stream().map(version -> withoutFile(version, advice)).toList(), null);
    }

    private static Problem withoutFile(VersionState version, Advice advice) {
        var why =
                switch (version.state()) {
                    case BASELINE -> "was declared as a baseline, so its files may not say what the schema was";
                    case INTERRUPTED -> "was begun and not finished";
                    case CHANGED -> "is applied, and its file has changed since";
                    default -> "is applied, and has no file";
                };
        return Problem.of(
                "no-copy",
                "version " + version.version() + " " + why + ".",
                version.state() == MigrationState.INTERRUPTED ? advice.unfinished() : advice.otherwise());
    }

    /** There is nothing to make again. */
    static NoCopyException nothingApplied(String place) {
        return new NoCopyException(
                List.of(Problem.of(
                        "nothing-applied",
                        "nothing is applied on " + place + ", so there is nothing to compare it with.",
                        "check that it is the database you mean; `up` applies the migrations.")),
                null);
    }

    /** The history is not what it was a moment ago. */
    static NoCopyException overtaken(String place) {
        return new NoCopyException(
                List.of(Problem.of(
                        "overtaken",
                        "migrations ran on " + place + " while it was read.",
                        "run it again when they are done.")),
                null);
    }

    /** A script that was applied to the real database does not run on the scratch one. */
    static NoCopyException notReplayed(MigrationException failure, List<String> missingExtensions, Advice advice) {
        var first = failure.problems().get(0);
        var extensions = String.join(", ", missingExtensions);
        var hint = missingExtensions.isEmpty()
                ? "what the files do not make must be there: " + advice.otherwise()
                : "the database also has " + extensions + ", which no applied migration has made: "
                        + advice.extensions();
        var message = "the applied migrations do not run on the scratch database: " + first.message();
        return new NoCopyException(
                List.of(new Problem("copy-failed", message, hint, first.location(), first.excerpt(), first.sqlState())),
                failure);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
