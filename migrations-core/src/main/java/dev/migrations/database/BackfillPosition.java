package dev.migrations.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a backfill is.
 *
 * @param done  the last key that is done; null before the first
 * @param last  the key at which it ends; null until it has begun
 * @param retry the next key that could not be done before and shall be tried again; null if there is none
 */
record BackfillPosition(
        @Nullable List<String> done,
        @Nullable List<String> last,
        @Nullable List<String> retry) {}
