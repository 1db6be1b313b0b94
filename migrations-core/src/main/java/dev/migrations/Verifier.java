package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseContents;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.Verdict;
import dev.migrations.verify.VerifyReport;
import java.util.ArrayList;
import java.util.List;

/** Applies, undoes and applies again each version of a folder on a scratch database; the database itself is only read. */
final class Verifier {

    private final MigrationFolder folder;
    private final String database;
    private final ConnectionSource target;
    private final Cancellation cancellation;
    private final VerifyRequest request;

    Verifier(
            MigrationFolder folder,
            String database,
            ConnectionSource target,
            Cancellation cancellation,
            VerifyRequest request) {
        this.folder = folder.withSettings(ScratchRun::unhurried);
        this.database = database;
        this.target = target;
        this.cancellation = cancellation;
        this.request = request;
    }

    VerifyReport verify() {
        var set = folder.read();
        var migrations = upTo(set);
        var first = first(migrations);
        var seeds = new Seeds(request.seeds(), migrations, first);
        try (var ground = new Ground(folder, target, cancellation, request, migrations, seeds)) {
            return climb(set, migrations, first, new Stairway(migrations, seeds, ground, cancellation));
        }
    }

    private VerifyReport climb(MigrationSet set, List<Migration> migrations, int first, Stairway stairway) {
        try {
            var versions = new ArrayList<ScriptCheck>();
            for (var index = first; index < migrations.size() && !isStuck(versions); index++) {
                tell(versions, stairway.step(index));
            }
            var repeatables = new ArrayList<ScriptCheck>();
            if (migrations.size() == set.migrations().size() && !isStuck(versions)) {
                for (var count = 1; count <= set.repeatables().size() && !isStuck(repeatables); count++) {
                    tell(repeatables, stairway.repeat(set.repeatables().subList(0, count)));
                }
            }
            return new VerifyReport(
                    folder.name(), database, stairway.database(), versions, repeatables, notes(versions, repeatables));
        } finally {
            stairway.leave();
        }
    }

    private void tell(List<ScriptCheck> checks, ScriptCheck check) {
        checks.add(check);
        request.watcher().accept(check);
    }

    private static boolean isStuck(List<ScriptCheck> checks) {
        return !checks.isEmpty() && checks.get(checks.size() - 1).verdict() == Verdict.UP_FAILED;
    }

    private List<Migration> upTo(MigrationSet set) {
        var last = request.to();
        if (last == null) {
            return set.migrations();
        }
        require(set, last);
        return set.migrations().stream()
                .filter(migration -> migration.version().compareTo(last) <= 0)
                .toList();
    }

    private int first(List<Migration> migrations) {
        var lowest = request.from();
        if (lowest == null) {
            return 0;
        }
        for (var index = 0; index < migrations.size(); index++) {
            if (migrations.get(index).version().equals(lowest)) {
                return index;
            }
        }
        throw NotVerifiedException.unknownVersion(lowest);
    }

    private static void require(MigrationSet set, MigrationVersion version) {
        if (set.find(version).isEmpty()) {
            throw NotVerifiedException.unknownVersion(version);
        }
    }

    /** What the database has and the scratch database may lack, where a way up failed. */
    private List<String> notes(List<ScriptCheck> versions, List<ScriptCheck> repeatables) {
        if (!isStuck(versions) && !isStuck(repeatables)) {
            return List.of();
        }
        try (var contents = DatabaseContents.open(target)) {
            var extensions = contents.extensions();
            return extensions.isEmpty()
                    ? List.of()
                    : List.of("the database has " + String.join(", ", extensions)
                            + "; if no migration makes them, name an empty database that has them, with --scratch URL");
        }
    }
}
