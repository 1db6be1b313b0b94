package dev.migrations.database;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.script.Segment;
import java.util.Locale;

/** The row of a version that is being undone: it goes with the last segment. */
final class RollBackProgress implements Progress {

    private static final String CLAIM_APPLIED =
            """
            update %s
            set state = 'rolling_back', segments_done = 0, segment_checksums = '{}'
            where version = ? and state = 'applied'""";

    private static final String CLAIM_ROLLING_BACK =
            """
            update %s
            set state = 'rolling_back'
            where version = ? and state = 'rolling_back' and segments_done = ?""";

    private static final String ADVANCE =
            """
            update %s
            set segments_done = segments_done + 1, segment_checksums = array_append(segment_checksums, ?::text)
            where version = ?""";

    private static final String DELETE =
            """
            delete from %s
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
            pipeline.add(sql(CLAIM_ROLLING_BACK), version.toString(), Integer.toString(segmentsDone));
        } else {
            pipeline.add(sql(CLAIM_APPLIED), version.toString());
            begun = true;
        }
    }

    @Override
    public void advance(Pipeline pipeline, Segment segment) {
        pipeline.add(sql(ADVANCE), segment.checksum(), version.toString());
    }

    @Override
    public void finish(Pipeline pipeline, int segmentsDone) {
        pipeline.add(sql(DELETE), version.toString());
    }

    private String sql(String template) {
        return String.format(Locale.ROOT, template, table.quoted());
    }
}
