package dev.migrations.migration;

import dev.migrations.script.SqlScript;

/**
 * An idempotent script without a version, which runs whenever it has changed.
 *
 * @param description what it makes, as its file name says, such as {@code refresh_views}; unique in its set
 * @param script      what runs
 */
public record RepeatableMigration(String description, SqlScript script) {}
