package dev.migrations.database;

import org.jspecify.annotations.Nullable;

/**
 * An index build that is under way, as {@code pg_stat_progress_create_index} shows it.
 *
 * @param table   the table's name
 * @param index   the index's name; null for a moment at the beginning
 * @param phase   in the server's words, such as {@code building index: scanning table}
 * @param percent how much of the phase is done; null where that cannot be said
 */
public record IndexBuild(
        String table,
        @Nullable String index,
        String phase,
        @Nullable Integer percent) {}
