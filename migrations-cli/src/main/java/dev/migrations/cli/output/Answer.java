package dev.migrations.cli.output;

import dev.migrations.Migrator;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one database answered to a question that changes nothing.
 *
 * @param migrator who asked
 * @param found    the answer; null where there is none
 * @param failure  why there is none; else null
 * @param <T>      what was asked for
 */
public record Answer<T>(
        Migrator migrator, @Nullable T found, @Nullable MigrationException failure) {

    /** Asks; a failure is an answer, too, so that the other databases can be asked. */
    public static <T> Answer<T> ask(Migrator migrator, Function<Migrator, T> question) {
        try {
            return new Answer<>(migrator, question.apply(migrator), null);
        } catch (MigrationException e) {
            return new Answer<>(migrator, null, e);
        }
    }

    /** What was found, if it was. */
    public Optional<T> value() {
        return Optional.ofNullable(found);
    }

    /** Why nothing was found; empty if it was. */
    public List<Problem> problems() {
        return failure == null ? List.of() : failure.problems();
    }

    /** Folder and database, for a headline. */
    public String place() {
        return migrator.folder().name() + " on " + migrator.database();
    }

    /** How a process ends that had these answers: as the first failure says. */
    public static ExitCode exitCode(List<? extends Answer<?>> answers) {
        return answers.stream()
                .map(Answer::failure)
                .filter(Objects::nonNull)
                .map(MigrationException::exitCode)
                .findFirst()
                .orElse(ExitCode.DONE);
    }
}
