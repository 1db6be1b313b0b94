package dev.migrations.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How large and how busy a relation of the real database is.
 *
 * @param rows   about how many; -1 where the server does not know, as before the first {@code ANALYZE}
 * @param bytes  with indexes, TOAST and partitions
 * @param reads  scans of it and of its indexes since the statistics begin
 * @param writes rows inserted, updated and deleted since the statistics begin
 * @param since  when they begin; null where the server does not say
 */
public record RelationFigures(
        long rows,
        long bytes,
        long reads,
        long writes,
        @Nullable Instant since) {}
