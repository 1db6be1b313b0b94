package dev.migrations.database;

import dev.migrations.history.AppliedElsewhere;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes of the history that no script goes with. */
final class HistoryEdit {

    /** A row that is there keeps when and by whom it was applied. */
    private static final String UPSERT = """
            insert into {table}
                (version, description, script, checksum, state, down_script, tool_version, format, applied_at, applied_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::timestamptz, clock_timestamp()), coalesce(?, session_user))
            on conflict (version) do update
            set description = excluded.description, script = excluded.script, checksum = excluded.checksum,
                state = excluded.state, segment_checksums = '{}', down_script = excluded.down_script""";

    private static final String INSERT_REPEATABLE = """
            insert into {table} (description, script, checksum, tool_version, format, applied_at, applied_by)
            values (?, ?, ?, ?, ?, coalesce(?::timestamptz, clock_timestamp()), coalesce(?, session_user))
            on conflict (description) do nothing""";

    private static final String DELETE = """
            delete from {table}
            where version = ?""";

    private final TableName table;
    private final SideTables beside;

    HistoryEdit(TableName table, SideTables beside) {
        this.table = table;
        this.beside = beside;
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
                Integer.toString(HistoryTable.FORMAT),
                at(step.stamp()),
                by(step.stamp()));
        return pipeline;
    }

    /** An empty checksum makes the script due again. */
    Pipeline declareRepeatable(PlannedStep.DeclareRepeatable step) {
        var script = step.repeatable().script();
        var pipeline = new Pipeline();
        pipeline.add(
                table.repeatables().in(INSERT_REPEATABLE),
                step.repeatable().description(),
                script.name(),
                FlywayChecksum.isOf(script, step.theirs().checksum()) ? script.checksum() : "",
                ToolVersion.CURRENT,
                Integer.toString(HistoryTable.FORMAT),
                at(step.theirs().stamp()),
                by(step.theirs().stamp()));
        return pipeline;
    }

    Pipeline forget(MigrationVersion version) {
        var pipeline = new Pipeline();
        pipeline.add(table.in(DELETE), version.toString());
        if (beside.backfills()) {
            pipeline.add(table.backfills().in(DELETE), version.toString());
        }
        return pipeline;
    }

    private static @Nullable String at(@Nullable AppliedElsewhere stamp) {
        return stamp == null ? null : stamp.at().toString();
    }

    private static @Nullable String by(@Nullable AppliedElsewhere stamp) {
        return stamp == null ? null : stamp.by();
    }
}
