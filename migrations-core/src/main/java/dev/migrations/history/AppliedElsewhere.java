package dev.migrations.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When and by whom another tool applied something.
 *
 * @param at when
 * @param by the database role; null where that tool does not keep it
 */
public record AppliedElsewhere(Instant at, @Nullable String by) {}
