package dev.migrations.spring.actuate;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.spring.ApplicationMigrations;
import dev.migrations.spring.ApplicationNotMigratedException;
import dev.migrations.spring.AssignedFolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Shows how each folder stands on each of its databases, and brings one up to date where access is unrestricted. It asks the
 * databases at each read; {@code management.endpoint.migrations.cache.time-to-live} spares them.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    /** Long enough for a runner that is just ending, too short to keep whoever asks. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ApplicationMigrations migrations;

    MigrationsEndpoint(ApplicationMigrations migrations) {
        this.migrations = migrations;
    }

    /** All folders. */
    @ReadOperation
    public MigrationsBody migrations() {
        try {
            var folders = folders(migrations.folders().all());
            var statuses = folders.values().stream().map(FolderBody::status).toList();
            return new MigrationsBody(Status.worst(statuses), folders, null);
        } catch (MigrationException e) {
            return new MigrationsBody(Status.FAILED, Map.of(), ProblemBody.of(e.problems()));
        }
    }

    /** One folder; null if there is none of this name. */
    @ReadOperation
    public @Nullable FolderBody folder(@Selector String folder) {
        return find(folder)
                .map(found -> folders(List.of(found)).get(found.name()))
                .orElse(null);
    }

    /** One version of one folder; null if there is neither a file nor a row of this number. */
    @ReadOperation
    public @Nullable VersionBody version(@Selector String folder, @Selector String version) {
        var number = number(version);
        var body = folder(folder);
        return number.isEmpty() || body == null ? null : version(number.get(), body);
    }

    /** Applies what is pending in one folder; null if there is none of this name. */
    @WriteOperation
    public @Nullable ReportBody up(@Selector String folder) {
        return find(folder).map(found -> run(found).body()).orElse(null);
    }

    Optional<AssignedFolder> find(String folder) {
        try {
            return migrations.folders().find(folder);
        } catch (MigrationException e) {
            return Optional.empty(); // the answer for all folders says why there is none
        }
    }

    /** What a run came to, and how it would end a process. */
    Outcome run(AssignedFolder folder) {
        try {
            return new Outcome(ReportBody.of(folder.name(), migrations.migrate(folder, PATIENCE)), ExitCode.DONE);
        } catch (ApplicationNotMigratedException e) {
            return new Outcome(ReportBody.failed(folder.name(), e.reports(), e.problems()), e.exitCode());
        }
    }

    private Map<String, FolderBody> folders(List<AssignedFolder> folders) {
        var answers = StatusQueries.ask(folders, migrations.journal(), migrations.lint());
        var bodies = new LinkedHashMap<String, FolderBody>();
        for (var folder : folders) {
            bodies.put(folder.name(), folder(folder, answers.getOrDefault(folder.name(), Map.of())));
        }
        return bodies;
    }

    private static FolderBody folder(AssignedFolder folder, Map<String, DatabaseBody> databases) {
        var statuses = databases.values().stream().map(DatabaseBody::status).toList();
        var worst = Status.worst(statuses);
        // what is wrong with a database that nobody migrates worries nobody
        var status = folder.isEnabled() || worst == Status.RUNNING ? worst : Status.DISABLED;
        var description = Optional.ofNullable(folder.folder().settings().description());
        return new FolderBody(status, databases, folder.isEnabled(), description);
    }

    private static @Nullable VersionBody version(String version, FolderBody folder) {
        var databases = new LinkedHashMap<String, MigrationBody>();
        var unreachable = new ArrayList<String>();
        folder.databases().forEach((name, database) -> {
            if (database.status() == Status.UNREACHABLE) {
                unreachable.add(name);
            }
            database.migrations().stream()
                    .filter(migration -> version.equals(migration.version()))
                    .forEach(migration -> databases.put(name, migration));
        });
        return databases.isEmpty() && unreachable.isEmpty() ? null : new VersionBody(version, databases, unreachable);
    }

    private static Optional<String> number(String version) {
        try {
            return Optional.of(MigrationVersion.parse(version).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A run that somebody asked for. */
    record Outcome(ReportBody body, ExitCode exitCode) {}
}
