package dev.migrations.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The safe way as files in the order of their versions: the first takes the place of the one that is judged, the others come
 * after all that are there. What follows a backfill waits until that is complete.
 */
final class SafeFiles {

    private final NextVersions versions;
    private final List<String> files = new ArrayList<>();
    private @Nullable String backfills;

    private SafeFiles(NextVersions versions) {
        this.versions = versions;
    }

    static SafeFiles of(Surroundings around) {
        return new SafeFiles(around.versions());
    }

    SafeFiles add(String... scripts) {
        for (var script : scripts) {
            files.add(backfills == null ? script : "-- migrations: requires-backfill=" + backfills + "\n" + script);
            backfills = null; // what comes later waits behind this one
        }
        return this;
    }

    SafeFiles addBackfill(String script) {
        var version = versions.after(files.size());
        files.add(script);
        backfills = backfills == null ? version : backfills + "," + version;
        return this;
    }

    String[] toArray() {
        return files.toArray(String[]::new);
    }
}
