package dev.migrations.cli.json;

import dev.migrations.MigrationStatus;
import dev.migrations.cli.output.Answer;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint answers, for the folders that were asked for.
 *
 * @param error the first database that could not be asked; left out where all answered
 */
record StatusBody(@Nullable Reason error, Standing status, Map<String, Folder> folders) {

    /** One folder. */
    record Folder(Standing status, Map<String, DatabaseBody> databases, boolean enabled, Optional<String> description) {

        static Folder of(MigrationFolder folder, Map<String, DatabaseBody> databases) {
            var settings = folder.settings();
            var worst = Standing.worst(
                    databases.values().stream().map(DatabaseBody::status).toList());
            return new Folder(
                    settings.enabled() || worst == Standing.RUNNING ? worst : Standing.DISABLED,
                    databases,
                    settings.enabled(),
                    Optional.ofNullable(settings.description()));
        }
    }

    static StatusBody of(List<Answer<MigrationStatus>> answers, List<MigrationFolder> skipped) {
        var folders = new LinkedHashMap<String, MigrationFolder>();
        var databases = new LinkedHashMap<String, Map<String, DatabaseBody>>();
        for (var answer : answers) {
            var folder = answer.migrator().folder();
            folders.put(folder.name(), folder);
            databases
                    .computeIfAbsent(folder.name(), name -> new LinkedHashMap<>())
                    .put(answer.migrator().database(), database(answer));
        }
        skipped.forEach(folder -> folders.put(folder.name(), folder));
        var bodies = new LinkedHashMap<String, Folder>();
        folders.forEach((name, folder) -> bodies.put(name, Folder.of(folder, databases.getOrDefault(name, Map.of()))));
        return new StatusBody(
                Reason.first(answers, Answer::problems),
                Standing.worst(bodies.values().stream().map(Folder::status).toList()),
                bodies);
    }

    private static DatabaseBody database(Answer<MigrationStatus> answer) {
        var failure = answer.failure();
        if (failure == null) {
            return answer.value().map(DatabaseBody::of).orElseThrow();
        }
        return DatabaseBody.unknown(
                standing(failure),
                answer.migrator().folder().settings().schemaTable().toString(),
                ProblemBody.of(failure.problems().get(0)));
    }

    private static Standing standing(MigrationException failure) {
        return failure.exitCode() == ExitCode.UNREACHABLE ? Standing.UNREACHABLE : Standing.FAILED;
    }
}
