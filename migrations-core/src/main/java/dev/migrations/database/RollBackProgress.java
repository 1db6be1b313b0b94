package dev.migrations.database;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.script.Segment;

/** The row of a version that is being undone: it goes with the last segment. */
final class RollBackProgress implements Progress {

    private static final String CLAIM_APPLIED = """
            update {table}
            set state = 'rolling_back', segments_done = 0, segment_checksums = '{}'
            where version = ? and state = 'applied'""";

    private static final String CLAIM_ROLLING_BACK = """
            update {table}
            set state = 'rolling_back'
            where version = ? and state = 'rolling_back' and segments_done = ?""";

    private static final String ADVANCE = """
            update {table}
            set segments_done = segments_done + 1, segment_checksums = array_append(segment_checksums, ?::text)
            where version = ?""";

    private static final String DELETE = """
            delete from {table}
            where version = ?""";

    private final TableName table;
    private final MigrationVersion version;
    private boolean begun;

    RollBackProgress(TableName table, MigrationVersion version, boolean begun) {
        this.table = table;
        this.version = version;
        this.begun = begun;
    }

    @Override
    public void begin(Pipeline pipeline, int segmentsDone) {
        if (begun) {
            pipeline.add(table.in(CLAIM_ROLLING_BACK), version.toString(), Integer.toString(segmentsDone));
        } else {
            pipeline.add(table.in(CLAIM_APPLIED), version.toString());
            begun = true;
        }
    }

    @Override
    public void advance(Pipeline pipeline, Segment segment) {
        pipeline.add(table.in(ADVANCE), segment.checksum(), version.toString());
    }

    @Override
    public void finish(Pipeline pipeline, int segmentsDone) {
        pipeline.add(table.in(DELETE), version.toString());
    }
}
