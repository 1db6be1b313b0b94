package dev.migrations.migration;

/** Which file names a folder takes. */
public enum Naming {
    /** The grammar of this tool: descriptions are {@code [a-z0-9_]+}. */
    STRICT,
    /** Also what golang-migrate takes: {@code ^[0-9]+_.*\.(up|down)\.sql$}. */
    RELAXED
}
