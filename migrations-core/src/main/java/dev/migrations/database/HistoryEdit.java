package dev.migrations.database;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes of the history that no script goes with. */
final class HistoryEdit {

    /** A row that is there keeps when and by whom it was applied. */
    private static final String UPSERT = """
            insert into {table}
                (version, description, script, checksum, state, down_script, tool_version, format)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (version) do update
            set description = excluded.description, script = excluded.script, checksum = excluded.checksum,
                state = excluded.state, segment_checksums = '{}', down_script = excluded.down_script""";

    private static final String DELETE = """
            delete from {table}
            where version = ?""";

    private final TableName table;

    HistoryEdit(TableName table) {
        this.table = table;
    }

    Pipeline declare(PlannedStep.Declare step, @Nullable String down) {
        var pipeline = new Pipeline();
        pipeline.add(
                table.in(UPSERT),
                step.version().toString(),
                step.description(),
                step.script(),
                step.checksum(),
                step.state().name().toLowerCase(Locale.ROOT),
                down,
                ToolVersion.CURRENT,
                Integer.toString(HistoryTable.FORMAT));
        return pipeline;
    }

    Pipeline forget(MigrationVersion version) {
        var pipeline = new Pipeline();
        pipeline.add(table.in(DELETE), version.toString());
        return pipeline;
    }
}
