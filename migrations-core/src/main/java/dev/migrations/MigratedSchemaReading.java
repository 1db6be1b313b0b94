package dev.migrations;

import dev.migrations.catalog.SchemaReading;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.plan.MigrationState;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.scratch.AfterUse;
import dev.migrations.scratch.ScratchDatabase;
import dev.migrations.script.SqlScript;
import java.util.List;
import java.util.stream.Stream;

/** Reads a schema together with the scripts that made it: of a database, or of one that the files make. */
final class MigratedSchemaReading {

    private static final String PURPOSE = "schema";

    private final List<MigrationFolder> folders;
    private final ConnectionSource target;
    private final SchemaRequest request;

    MigratedSchemaReading(MigrationFolder folder, ConnectionSource target, SchemaRequest request) {
        this.folders =
                Stream.concat(Stream.of(folder), request.beside().stream()).toList();
        this.target = target;
        this.request = request;
    }

    MigratedSchema read() {
        return switch (request.from()) {
            case DATABASE -> read(target);
            case FILES -> {
                try (var scratch = scratch()) {
                    folders.forEach(folder -> bringUp(folder, scratch.source()));
                    yield read(scratch.source());
                }
            }
        };
    }

    private ScratchDatabase scratch() {
        return request.scratch() == null
                ? ScratchDatabase.beside(target, PURPOSE, AfterUse.REMOVE)
                : ScratchDatabase.named(request.scratch(), target, PURPOSE, AfterUse.REMOVE);
    }

    /** What waits for a backfill comes as well: there are no rows to fill. */
    private static void bringUp(MigrationFolder folder, ConnectionSource scratch) {
        Backfills.of(Migrator.of(folder, scratch).withoutFingerprint().build()).migrate(MigrationTarget.up());
    }

    private MigratedSchema read(ConnectionSource source) {
        var applied = folders.stream()
                .map(folder -> AppliedFolder.read(folder, source))
                .toList();
        var own = OwnTables.of(applied.stream()
                .flatMap(folder -> Stream.concat(folder.tables().stream(), folder.histories().stream()))
                .toList());
        return new MigratedSchema(
                own.leftOutOf(SchemaReading.read(source)),
                applied.stream().flatMap(MigratedSchemaReading::scripts).toList());
    }

    private static Stream<SqlScript> scripts(AppliedFolder folder) {
        var versions = folder.comparison().versions().stream()
                .filter(version -> version.applied() != null && version.state() != MigrationState.INTERRUPTED)
                .flatMap(version -> Stream.ofNullable(version.migration()))
                .map(Migration::up);
        var repeatables = folder.comparison().set().repeatables().stream()
                .filter(repeatable -> folder.history()
                        .findRepeatable(repeatable.description())
                        .isPresent())
                .map(RepeatableMigration::script);
        return Stream.concat(versions, repeatables);
    }
}
