package dev.migrations.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a session back to what it was when it was opened, whatever a script has set.
 *
 * <p>{@code RESET ALL} alone would go further back: behind what a pool sets on its connections before it lends them, and
 * behind what PgBouncer sets on a server connection for its client, such as the encoding that the driver depends on.
 */
final class SessionReset {

    private static final String RESET_USER = "reset session authorization";
    private static final String RESET_ROLE = "reset role";
    private static final String RESET_SETTINGS = "reset all";

    /** What {@code DISCARD ALL} does, in parts that may run inside a transaction (PostgreSQL manual, DISCARD). */
    private static final List<String> DISCARD =
            List.of("close all", "unlisten *", "select pg_advisory_unlock_all()", "deallocate all", "discard temp");

    private static final String RESTORE_ROLE = "select set_config('role', ?, false)";

    private static final String RESTORE_SETTINGS = """
            select set_config(setting.key, setting.value, false)
            from json_each_text(?::json) as setting""";

    private final String role;
    private final @Nullable String settings;

    SessionReset(SessionFacts facts) {
        this.role = facts.role();
        this.settings = facts.settings();
    }

    /**
     * Adds what does it; the server reports no change that is undone before the end of the pipeline.
     *
     * @param atEnd whether the script ends here: its temporary tables, cursors, locks and the like end with it, but not
     *     between its segments
     */
    void add(Pipeline pipeline, boolean atEnd) {
        pipeline.add(RESET_USER);
        pipeline.add(RESET_ROLE);
        pipeline.add(RESET_SETTINGS);
        if (atEnd) {
            DISCARD.forEach(pipeline::add);
        }
        if (!role.equals("none")) {
            pipeline.add(RESTORE_ROLE, role);
        }
        if (settings != null) {
            pipeline.add(RESTORE_SETTINGS, settings);
        }
    }
}
