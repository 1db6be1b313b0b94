package dev.migrations.cli.json;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.HeldBack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stays behind until backfills are complete. */
record HeldBackBody(String version, String script, List<String> backfills, int count) {

    static @Nullable HeldBackBody of(@Nullable HeldBack heldBack) {
        return heldBack == null
                ? null
                : new HeldBackBody(
                        heldBack.version().toString(),
                        heldBack.script(),
                        heldBack.backfills().stream()
                                .map(MigrationVersion::toString)
                                .toList(),
                        heldBack.count());
    }
}
