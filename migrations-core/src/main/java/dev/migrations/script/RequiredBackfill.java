package dev.migrations.script;

import dev.migrations.problem.SourceLocation;

/**
 * What {@code -- migrations: requires-backfill=005} says: the script waits until that backfill is complete.
 *
 * @param version  the backfill's, in digits
 * @param location where it is said
 */
public record RequiredBackfill(String version, SourceLocation location) {}
