package dev.migrations.lint;

/** What findings on pending scripts do to a run. */
public enum LintMode {
    /** Nobody looks. */
    OFF,
    /** They are told. */
    WARN,
    /** They are told, and an error among them refuses the run before its first change. */
    FAIL
}
