package dev.migrations.scratch;

/** What becomes of a scratch database. */
public enum AfterUse {
    /** It is dropped, or emptied if somebody has named it. */
    REMOVE,
    /** It stays as it is, for a look. */
    KEEP
}
