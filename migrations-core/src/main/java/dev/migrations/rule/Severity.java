package dev.migrations.rule;

/** How much a finding weighs. */
public enum Severity {
    /** The rule is not asked. */
    OFF,
    /** Worth knowing; harmless as things are. */
    INFO,
    /** Likely to be regretted. */
    WARNING,
    /** Stops the application's reads or writes, breaks the running version, or fails. */
    ERROR
}
