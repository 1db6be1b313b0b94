package dev.migrations.database;

/**
 * How far a script is.
 *
 * @param script the file's name
 * @param done   how many of its statements are behind it; those of an interrupted run before count
 * @param total  how many it has
 */
public record StatementProgress(String script, int done, int total) {}
