package dev.migrations.history;

import java.time.Duration;
import java.time.Instant;

/**
 * The latest run of a repeatable script.
 *
 * @param description from the file's name, and its key
 * @param script      the file's name
 * @param checksum    of the file when it ran
 * @param appliedAt   when it ran
 * @param appliedBy   the database role that ran it
 * @param duration    how long it ran, by the server's clock
 */
public record AppliedRepeatable(
        String description, String script, String checksum, Instant appliedAt, String appliedBy, Duration duration) {}
