package dev.migrations.scratch;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** There is no scratch database to work on; nothing was changed. */
public final class ScratchException extends MigrationException {

    private static final long serialVersionUID = 1;

    private static final int SHOWN = 5;

    private final ExitCode exitCode;

    private ScratchException(ExitCode exitCode, String code, String message, String hint) {
        super(List.of(Problem.of(code, message, hint)), null);
        this.exitCode = exitCode;
    }

    static ScratchException mayNotCreate(String role) {
        var quoted = role.matches("[a-z_][a-z0-9_]*") ? role : "\"" + role.replace("\"", "\"\"") + "\"";
        return new ScratchException(
                ExitCode.UNREACHABLE,
                "no-createdb",
                "the role " + role + " may not make databases, and a scratch database is needed.",
                "have an administrator run `alter role " + quoted + " createdb;`, or make one for it (`create database "
                        + "scratch owner " + quoted + ";`) and name it with --scratch.");
    }

    static ScratchException noWayThere(String name) {
        return new ScratchException(
                ExitCode.UNREACHABLE,
                "no-way-to-scratch",
                "only a pool knows how to connect, and it does not lead to the database " + name + ".",
                "name an empty database with --scratch URL, or give the database's own settings (`migrations.databases`).");
    }

    static ScratchException isTarget(String name) {
        return new ScratchException(
                ExitCode.REFUSED,
                "scratch-is-target",
                name + " is the database itself, and not a scratch database beside it.",
                "name an empty database that nobody uses.");
    }

    static ScratchException inUse(String name) {
        return new ScratchException(
                ExitCode.LOCKED,
                "scratch-in-use",
                "another run works on the scratch database " + name + " just now.",
                "wait for its end, or leave out --scratch, so that each run makes its own.");
    }

    static ScratchException notEmpty(String name, List<String> objects) {
        var shown = String.join(", ", objects.subList(0, Math.min(SHOWN, objects.size())));
        return new ScratchException(
                ExitCode.REFUSED,
                "scratch-not-empty",
                name + " is neither empty nor a scratch database of an earlier run: it holds " + shown
                        + (objects.size() > SHOWN ? " and " + (objects.size() - SHOWN) + " more" : "") + ".",
                "name an empty database; what is in this one stays untouched.");
    }

    static ScratchException extensionsMissing(String name, List<String> extensions) {
        return new ScratchException(
                ExitCode.REFUSED,
                "extension-missing",
                "the server of the scratch database " + name + " does not have "
                        + (extensions.size() == 1 ? "the extension " : "the extensions ")
                        + String.join(", ", extensions)
                        + ", which the database uses.",
                "install the packages of these extensions there, or leave out --scratch to work on the database's own server.");
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }
}
