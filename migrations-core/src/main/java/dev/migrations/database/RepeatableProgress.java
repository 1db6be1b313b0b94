package dev.migrations.database;

import dev.migrations.migration.RepeatableMigration;
import dev.migrations.script.Segment;

/** The row of a repeatable: an interrupted run starts again from the first segment, because repeating it is its nature. */
final class RepeatableProgress implements Progress {

    private static final String UPSERT = """
            insert into {table} (description, script, checksum, tool_version, format)
            values (?, ?, '', ?, ?)
            on conflict (description) do update
            set script = excluded.script, checksum = '', applied_at = clock_timestamp(), applied_by = session_user,
                tool_version = excluded.tool_version, format = excluded.format""";

    private static final String TOUCH = """
            update {table}
            set checksum = ''
            where description = ?""";

    private static final String FINISH = """
            update {table}
            set checksum = ?, duration_ms = extract(epoch from clock_timestamp() - applied_at) * 1000
            where description = ?""";

    private final TableName table;
    private final RepeatableMigration repeatable;

    RepeatableProgress(TableName table, RepeatableMigration repeatable) {
        this.table = table;
        this.repeatable = repeatable;
    }

    @Override
    public boolean startsAgain() {
        return true;
    }

    @Override
    public void begin(Pipeline pipeline, int segmentsDone) {
        if (segmentsDone == 0) {
            pipeline.add(
                    table.repeatables().in(UPSERT),
                    repeatable.description(),
                    repeatable.script().name(),
                    ToolVersion.CURRENT,
                    Integer.toString(HistoryTable.FORMAT));
        } else {
            pipeline.add(table.repeatables().in(TOUCH), repeatable.description());
        }
    }

    @Override
    public void advance(Pipeline pipeline, Segment segment) {
        pipeline.add(table.repeatables().in(TOUCH), repeatable.description());
    }

    @Override
    public void finish(Pipeline pipeline, int segmentsDone) {
        pipeline.add(table.repeatables().in(FINISH), repeatable.script().checksum(), repeatable.description());
    }
}
