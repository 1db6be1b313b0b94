package dev.migrations.cli.json;

import dev.migrations.MigrationStatus;
import java.util.Collection;
import java.util.Comparator;

/** How a database, a folder or all of them stand, in the endpoint's words; the best first. */
enum Standing {
    DISABLED,
    UP_TO_DATE,
    PENDING,
    RUNNING,
    FAILED,
    UNREACHABLE;

    static Standing of(MigrationStatus status) {
        if (status.lock() != null) {
            return RUNNING;
        }
        if (!status.problems().isEmpty()) {
            return FAILED;
        }
        return status.pendingCount() > 0 ? PENDING : UP_TO_DATE;
    }

    /** The worst of them; of none, up to date. */
    static Standing worst(Collection<Standing> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(UP_TO_DATE);
    }
}
