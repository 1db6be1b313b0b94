package dev.migrations.migration;

import dev.migrations.problem.Problem;

/** Ends the reading of a settings file, or of one of its values; never leaves the package. */
final class BadSettings extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BadSettings(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
