package dev.migrations.convert;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing was converted. */
public final class ConversionException extends MigrationException {

    private static final long serialVersionUID = 1;

    private ConversionException(Problem problem, @Nullable IOException cause) {
        super(List.of(problem), cause);
    }

    static ConversionException notADirectory(Path directory) {
        return new ConversionException(
                Problem.of(
                        "no-such-directory",
                        "there is no directory " + directory + ".",
                        "name the one that holds the other tool's files."),
                null);
    }

    static ConversionException notEmpty(Path directory) {
        return new ConversionException(
                Problem.of(
                        "directory-not-empty",
                        directory + " holds files already, and nothing is ever overwritten.",
                        "name a directory that does not exist yet."),
                null);
    }

    static ConversionException unreadable(Path file, IOException cause) {
        return new ConversionException(
                Problem.of("unreadable", file + " cannot be read: " + cause, "check its permissions."), cause);
    }

    static ConversionException unwritable(Path file, IOException cause) {
        return new ConversionException(
                Problem.of(
                        "unwritable", file + " cannot be written: " + cause, "check the permissions of its directory."),
                cause);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
