package dev.migrations.spring.actuate;

import java.util.Collection;
import java.util.Comparator;

/** How a database, a folder or all of them stand; the best first. */
public enum Status {
    /** Auto-migrate leaves it out. */
    DISABLED,
    /** Nothing is pending, and nothing is wrong. */
    UP_TO_DATE,
    /** Something is pending. */
    PENDING,
    /** A runner is at work, here or elsewhere. */
    RUNNING,
    /** The last run here failed, or something is against the next. */
    FAILED,
    /** The database does not answer. */
    UNREACHABLE;

    /** The worst of them; of none, up to date. */
    static Status worst(Collection<Status> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(UP_TO_DATE);
    }
}
