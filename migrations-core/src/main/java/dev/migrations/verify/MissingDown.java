package dev.migrations.verify;

/** What a version without a way down means. */
public enum MissingDown {
    /** It counts like any other flaw. */
    REPORTED,
    /** It is as it should be. */
    ALLOWED
}
