package dev.migrations.migration;

/** What becomes of a pending version below one that was already applied. */
public enum OutOfOrder {
    /** The plan is refused. */
    REFUSE,
    /** It runs late. */
    ALLOW
}
