package dev.migrations.database;

import dev.migrations.migration.Migration;
import dev.migrations.script.Segment;
import org.jspecify.annotations.Nullable;

/** The row of a version that is being applied. */
final class ApplyProgress implements Progress {

    private static final String INSERT_UNFINISHED = """
            insert into {table} (version, description, script, checksum, state, tool_version, format)
            values (?, ?, ?, ?, 'unfinished', ?, ?)""";

    private static final String CLAIM_UNFINISHED = """
            update {table}
            set state = 'unfinished'
            where version = ? and state in ('unfinished', 'refused') and segments_done = ?""";

    private static final String ADVANCE = """
            update {table}
            set segments_done = segments_done + 1, segment_checksums = array_append(segment_checksums, ?::text)
            where version = ?""";

    private static final String FINISH = """
            update {table}
            set state = 'applied', description = ?, script = ?, checksum = ?, down_script = ?,
                duration_ms = extract(epoch from clock_timestamp() - applied_at) * 1000, segments_done = ?
            where version = ? and state = 'unfinished'""";

    private static final String FORGET = """
            delete from {table}
            where version = ?""";

    private static final String REFUSE = """
            update {table}
            set state = 'refused'
            where version = ?""";

    private final TableName table;
    private final Migration migration;
    private final @Nullable String downScript;
    private boolean hasRow;
    private boolean hadRow;

    /**
     * A row to be written.
     *
     * @param downScript the text to keep with the row
     * @param hasRow     whether an interrupted run left one
     */
    ApplyProgress(TableName table, Migration migration, @Nullable String downScript, boolean hasRow) {
        this.table = table;
        this.migration = migration;
        this.downScript = downScript;
        this.hasRow = hasRow;
    }

    @Override
    public void begin(Pipeline pipeline, int segmentsDone) {
        var version = migration.version().toString();
        hadRow = hasRow;
        if (hasRow) {
            pipeline.add(table.in(CLAIM_UNFINISHED), version, Integer.toString(segmentsDone));
        } else {
            pipeline.add(
                    table.in(INSERT_UNFINISHED),
                    version,
                    migration.description(),
                    migration.up().name(),
                    migration.up().checksum(),
                    ToolVersion.CURRENT,
                    Integer.toString(HistoryTable.FORMAT));
            hasRow = true;
        }
    }

    @Override
    public void advance(Pipeline pipeline, Segment segment) {
        pipeline.add(table.in(ADVANCE), segment.checksum(), migration.version().toString());
    }

    @Override
    public void finish(Pipeline pipeline, int segmentsDone) {
        pipeline.add(
                table.in(FINISH),
                migration.description(),
                migration.up().name(),
                migration.up().checksum(),
                downScript,
                Integer.toString(segmentsDone),
                migration.version().toString());
    }

    @Override
    public void undo() {
        hasRow = hadRow;
    }

    @Override
    public void refuse(Pipeline pipeline, int segmentsDone) {
        hasRow = segmentsDone > 0;
        pipeline.add(
                table.in(segmentsDone == 0 ? FORGET : REFUSE),
                migration.version().toString());
    }
}
