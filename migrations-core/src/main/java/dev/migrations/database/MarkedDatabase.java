package dev.migrations.database;

/**
 * A database whose comment says what it is for.
 *
 * @param name    its name
 * @param comment the whole comment
 */
public record MarkedDatabase(String name, String comment) {}
