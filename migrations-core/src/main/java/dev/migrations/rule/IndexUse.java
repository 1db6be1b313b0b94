package dev.migrations.rule;

import dev.migrations.script.QualifiedName;

/**
 * How an index is used.
 *
 * @param table whose index it is
 * @param scans how often it was used since the server's statistics began
 */
public record IndexUse(QualifiedName table, long scans) {}
