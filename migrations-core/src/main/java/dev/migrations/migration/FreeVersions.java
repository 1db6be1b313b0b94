package dev.migrations.migration;

import java.util.Collection;
import java.util.TreeSet;

/** Hands out versions that no file has: each once, after the last where there is room. */
final class FreeVersions {

    private final TreeSet<MigrationVersion> used;

    FreeVersions(Collection<MigrationVersion> used) {
        this.used = new TreeSet<>(used);
    }

    MigrationVersion next() {
        var next = after();
        used.add(next);
        return next;
    }

    private MigrationVersion after() {
        if (used.isEmpty()) {
            return new MigrationVersion(1);
        }
        if (used.last().compareTo(MigrationVersion.HIGHEST) < 0) {
            return new MigrationVersion(used.last().value() + 1);
        }
        // nothing comes after 18 nines: the highest gap below is the next best
        var free = MigrationVersion.HIGHEST;
        while (used.contains(free)) {
            free = new MigrationVersion(free.value() - 1);
        }
        return free;
    }
}
