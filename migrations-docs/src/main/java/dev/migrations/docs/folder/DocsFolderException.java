package dev.migrations.docs.folder;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A reference cannot be written where it should be. */
public final class DocsFolderException extends MigrationException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    private DocsFolderException(ExitCode exitCode, String code, String message, String hint) {
        super(List.of(Problem.of(code, message, hint)), null);
        this.exitCode = exitCode;
    }

    static DocsFolderException foreign(Path file) {
        return new DocsFolderException(
                ExitCode.REFUSED,
                "foreign-file",
                file + " is there already, and `migrations docs` has not written it; nothing was changed.",
                "choose another directory with --output, or move that file away.");
    }

    static DocsFolderException unusable(Path directory, IOException reason) {
        return new DocsFolderException(
                ExitCode.USAGE,
                "docs-directory",
                "the reference cannot be written to " + directory + ": " + reason + ".",
                "check that it is a directory that may be written to, or choose another with --output.");
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
