package dev.migrations;

import dev.migrations.catalog.SchemaReading;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.ServerDatabases;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.scratch.ScratchDatabase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes on a scratch database what the applied migrations make, and holds the real one, which is only read, against it. */
final class DriftFinder {

    private static final String PURPOSE = "drift";

    private static final NoCopyException.Advice ADVICE = new NoCopyException.Advice(
            "run `up` first, which finishes it.",
            "restore the files as they were applied, or compare with a snapshot file, with --against FILE.",
            "name an empty database that has them, with --scratch URL.");

    private final List<MigrationFolder> folders;
    private final String database;
    private final ConnectionSource target;
    private final DriftRequest request;

    DriftFinder(MigrationFolder folder, String database, ConnectionSource target, DriftRequest request) {
        this.folders =
                Stream.concat(Stream.of(folder), request.beside().stream()).toList();
        this.database = database;
        this.target = target;
        this.request = request;
    }

    DriftReport find() {
        var applied = read();
        var live = SchemaReading.read(target);
        check(applied);
        if (request.expected() != null) {
            return report("", new DriftComparison(applied, request, Optional.empty(), request.expected(), live));
        }
        applied.forEach(folder -> ScratchCopy.checkReplayable(folder.comparison(), ADVICE));
        try (var scratch = scratch()) {
            for (var folder : applied) {
                new ScratchCopy(folder.folder(), folder.comparison(), target, scratch.source()).replay(ADVICE);
            }
            var made = SchemaReading.read(scratch.source());
            return report(
                    scratch.name(), new DriftComparison(applied, request, Optional.of(role(scratch)), made, live));
        }
    }

    private List<AppliedFolder> read() {
        return folders.stream()
                .map(folder -> AppliedFolder.read(folder, target))
                .toList();
    }

    /** A scratch database cannot follow what changes under its hands. */
    private void check(List<AppliedFolder> applied) {
        if (request.expected() == null && applied.stream().allMatch(AppliedFolder::isEmpty)) {
            throw NoCopyException.nothingApplied(database);
        }
        var now = read();
        for (var i = 0; i < now.size(); i++) {
            if (!now.get(i).isAt(applied.get(i))) {
                throw NoCopyException.overtaken(database);
            }
        }
    }

    private ScratchDatabase scratch() {
        return request.scratch() == null
                ? ScratchDatabase.beside(target, PURPOSE, request.afterUse())
                : ScratchDatabase.named(request.scratch(), target, PURPOSE, request.afterUse());
    }

    private static String role(ScratchDatabase scratch) {
        try (var databases = ServerDatabases.open(scratch.source())) {
            return databases.role();
        }
    }

    private DriftReport report(String scratch, DriftComparison comparison) {
        return new DriftReport(
                folders.stream().map(MigrationFolder::name).toList(),
                database,
                scratch,
                comparison.expected(),
                comparison.found(),
                comparison.notes());
    }
}
