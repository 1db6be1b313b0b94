package dev.migrations.database;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes of the history that no script goes with. */
final class HistoryEdit {

    /** A row that is there keeps when and by whom it was applied. */
    private static final String UPSERT =
            """
            insert into %s
                (version, description, script, checksum, state, down_script, tool_version, format)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (version) do update
            set description = excluded.description, script = excluded.script, checksum = excluded.checksum,
                state = excluded.state, segment_checksums = '{}', down_script = excluded.down_script""";

    private static final String DELETE =
            """
            delete from %s
            where version = ?""";

    private final TableName table;

    HistoryEdit(TableName table) {
        this.table = table;
    }

    Pipeline record(PlannedStep.Record step, @Nullable String down) {
        var pipeline = new Pipeline();
        pipeline.add(
                sql(UPSERT),
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
        pipeline.add(sql(DELETE), version.toString());
        return pipeline;
    }

    private String sql(String template) {
        return String.format(Locale.ROOT, template, table.quoted());
    }
}
