package dev.migrations.backup;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backup was not made, or not restored; no migration has run. */
public final class BackupException extends MigrationException {

    private static final long serialVersionUID = 1;

    private BackupException(Problem problem, @Nullable Exception cause) {
        super(List.of(problem), cause);
    }

    static BackupException notInstalled(String program, int serverVersion) {
        return new BackupException(
                Problem.of(
                        "program-missing",
                        program + " is not on the PATH.",
                        "install the client programs of PostgreSQL " + serverVersion
                                + " or later (Debian: apt-get install" + " postgresql-client-" + serverVersion + ")."),
                null);
    }

    static BackupException tooOld(ClientProgram program, int serverVersion) {
        return new BackupException(
                Problem.of(
                        "program-too-old",
                        program.path() + " is of PostgreSQL " + program.majorVersion() + " and the server is "
                                + serverVersion + ": it does not dump a newer server.",
                        "put the directory of a newer one first on the PATH (Debian: /usr/lib/postgresql/"
                                + serverVersion + "/bin)."),
                null);
    }

    static BackupException failed(ClientProgram program, String output) {
        return new BackupException(
                Problem.of(
                        "backup-failed",
                        program.name() + " failed: " + output.strip(),
                        "correct what it says; nothing was changed."),
                null);
    }

    static BackupException unusable(Path path, Exception cause) {
        return new BackupException(
                Problem.of(
                        "backup-file",
                        path + " cannot be used: " + cause,
                        "name a directory that this process may write."),
                cause);
    }

    static BackupException noFile(Path file) {
        return new BackupException(
                Problem.of("no-backup", "there is no file " + file + ".", "name one that `backup` has written."), null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
