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

    private static final String KEEP = """
            update {table}
            set state = 'applied'
            where version = ?""";

    /** A down script may have had to drop a view of theirs, so they run again with the next way up. */
    private static final String MAKE_REPEATABLES_DUE = """
            update {table}
            set checksum = ''""";

    /** First of all, because a batch too locks this row before the rows of its table; the runner then stops. */
    private static final String CANCEL_BACKFILL = """
            update {table}
            set state = 'cancelled', finished_at = clock_timestamp()
            where version = ?""";

    private final TableName table;
    private final MigrationVersion version;
    private final SideTables beside;
    private boolean begun;
    private boolean begunBefore;

    /**
     * A row to go.
     *
     * @param beside which tables there are beside the history
     * @param begun  whether an interrupted rollback left its mark
     */
    RollBackProgress(TableName table, MigrationVersion version, SideTables beside, boolean begun) {
        this.table = table;
        this.version = version;
        this.beside = beside;
        this.begun = begun;
    }

    @Override
    public void begin(Pipeline pipeline, int segmentsDone) {
        begunBefore = begun;
        if (begun) {
            pipeline.add(table.in(CLAIM_ROLLING_BACK), version.toString(), Integer.toString(segmentsDone));
        } else {
            pipeline.add(table.in(CLAIM_APPLIED), version.toString());
            if (beside.backfills()) {
                pipeline.add(table.backfills().in(CANCEL_BACKFILL), version.toString());
            }
            begun = true;
        }
    }

    @Override
    public void advance(Pipeline pipeline, Segment segment) {
        pipeline.add(table.in(ADVANCE), segment.checksum(), version.toString());
    }

    @Override
    public void undo() {
        begun = begunBefore;
    }

    @Override
    public void refuse(Pipeline pipeline, int segmentsDone) {
        if (segmentsDone == 0) {
            begun = false;
            pipeline.add(table.in(KEEP), version.toString());
        }
    }

    @Override
    public void finish(Pipeline pipeline, int segmentsDone) {
        pipeline.add(table.in(DELETE), version.toString());
        if (beside.backfills()) {
            pipeline.add(table.backfills().in(DELETE), version.toString());
        }
        if (beside.repeatables()) {
            pipeline.add(table.repeatables().in(MAKE_REPEATABLES_DUE));
        }
    }
}
