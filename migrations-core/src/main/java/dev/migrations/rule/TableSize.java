package dev.migrations.rule;

/**
 * How large a table is.
 *
 * @param rows  as the server estimates; 0 for an empty one
 * @param bytes of the table without its indexes
 */
public record TableSize(long rows, long bytes) {}
