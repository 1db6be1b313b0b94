package dev.migrations.script;

/** What a backslash means in a plain {@code '…'} string: the setting {@code standard_conforming_strings}. */
public enum StringSyntax {
    /** An ordinary character; the default since PostgreSQL 9.1. */
    STANDARD,
    /** The start of an escape, as if every string were {@code E'…'}. */
    BACKSLASH_ESCAPES
}
