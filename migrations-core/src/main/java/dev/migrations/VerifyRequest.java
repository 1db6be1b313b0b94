package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.scratch.AfterUse;
import dev.migrations.script.ScriptSource;
import dev.migrations.verify.ScriptCheck;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be applied, undone and applied again.
 *
 * @param from     the lowest version; null for the first. Those below are applied, and not undone
 * @param to       the highest version; null for the last
 * @param seeds    rows for the scripts to meet
 * @param scratch  the scratch database, which must be empty or one of an earlier run; null for one that is made for it
 * @param afterUse what becomes of it
 * @param watcher  is told of each script when it is done
 */
public record VerifyRequest(
        @Nullable MigrationVersion from,
        @Nullable MigrationVersion to,
        List<Seed> seeds,
        @Nullable ConnectionSource scratch,
        AfterUse afterUse,
        Consumer<ScriptCheck> watcher) {

    /** Every version, on a database that is made beside the real one, and dropped. */
    public static final VerifyRequest DEFAULT =
            new VerifyRequest(null, null, List.of(), null, AfterUse.REMOVE, check -> {});

    public VerifyRequest {
        seeds = List.copyOf(seeds);
    }

    /**
     * Statements that put rows into the tables of some version, and change no schema.
     *
     * @param before the version that they run before; null for the lowest one that is tried
     * @param script the statements
     */
    public record Seed(@Nullable MigrationVersion before, ScriptSource script) {}

    /** The same for some versions only. */
    public VerifyRequest between(@Nullable MigrationVersion lowest, @Nullable MigrationVersion highest) {
        return new VerifyRequest(lowest, highest, seeds, scratch, afterUse, watcher);
    }

    /** The same with rows. */
    public VerifyRequest seeded(List<Seed> rows) {
        return new VerifyRequest(from, to, rows, scratch, afterUse, watcher);
    }

    /** The same on a scratch database that somebody has named. */
    public VerifyRequest scratch(@Nullable ConnectionSource named, AfterUse then) {
        return new VerifyRequest(from, to, seeds, named, then, watcher);
    }

    /** The same, watched. */
    public VerifyRequest watchedBy(Consumer<ScriptCheck> who) {
        return new VerifyRequest(from, to, seeds, scratch, afterUse, who);
    }
}
