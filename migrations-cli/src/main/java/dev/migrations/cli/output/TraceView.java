package dev.migrations.cli.output;

/**
 * How a trace is shown.
 *
 * @param format for a terminal, or for a pull request
 * @param large  from how many rows on a table is large
 */
public record TraceView(Format format, long large) {

    /** For whom it is written. */
    public enum Format {
        /** Lines for a terminal. */
        TEXT,
        /** A table for a pull request. */
        MARKDOWN
    }
}
