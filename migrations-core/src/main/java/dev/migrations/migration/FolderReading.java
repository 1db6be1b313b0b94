package dev.migrations.migration;

import dev.migrations.migration.ScriptName.Versioned;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass over a folder's files, from names to a set; problems of names and of files come together. */
final class FolderReading {

    private final FolderNames names;
    private final List<Problem> problems;
    private final List<Migration> migrations = new ArrayList<>();
    private final List<RepeatableMigration> repeatables = new ArrayList<>();

    FolderReading(FolderNames names) {
        this.names = names;
        this.problems = new ArrayList<>(names.problems());
    }

    /** Reads all scripts that have a place in the set, even when others have none, to know all problems at once. */
    MigrationSet read() {
        names.versions().forEach(this::read);
        for (var name : names.repeatables()) {
            script(name.file())
                    .ifPresent(script -> repeatables.add(new RepeatableMigration(name.description(), script)));
        }
        if (!problems.isEmpty()) {
            throw new MigrationFilesException(problems);
        }
        return MigrationSet.of(migrations, repeatables);
    }

    private void read(VersionNames version) {
        var down = version.down().map(Versioned::file).flatMap(this::script);
        version.up().ifPresent(up -> script(up.file())
                .map(script -> new Migration(up.version(), up.description(), script, down))
                .ifPresent(migration -> add(migration, version)));
    }

    /** What a backfill has written, its down script need not take back. */
    private void add(Migration migration, VersionNames version) {
        migrations.add(migration);
        if (names.requireDown() && migration.backfill().isEmpty()) {
            version.missingDown().ifPresent(problems::add);
        }
    }

    private Optional<SqlScript> script(TreeFile file) {
        try {
            return Optional.of(SqlScript.read(file));
        } catch (MigrationException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }
}
