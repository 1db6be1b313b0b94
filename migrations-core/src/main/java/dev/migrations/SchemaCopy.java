package dev.migrations;

/** How a scratch database gets the schema of another one. */
public enum SchemaCopy {
    /** The applied migrations are run again, from their files. */
    REPLAY,
    /** {@code pg_dump --schema-only} writes it, whoever has made it. */
    PG_DUMP
}
