package dev.migrations.rule;

/** Who runs the scripts: what is dangerous depends on it. */
public enum Runner {
    /**
     * This engine: it opens the transactions, lets statements that cannot share one stand alone, sets {@code lock_timeout},
     * resumes an interrupted script where it stopped and heals invalid indexes.
     */
    MIGRATIONS,
    /** Anything that sends the script as it is, such as psql: each statement commits unless the script says BEGIN. */
    PLAIN
}
