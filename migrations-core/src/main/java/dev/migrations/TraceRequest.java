package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.scratch.AfterUse;
import org.jspecify.annotations.Nullable;

/**
 * How a trace is to be made.
 *
 * @param copy       how the scratch database gets the schema
 * @param searchPath where {@code pg_dump} is, if it is needed, written like {@code PATH}
 * @param scratch  the scratch database, which must be empty or one of an earlier run; null for one that is made for it
 * @param afterUse what becomes of it
 */
public record TraceRequest(
        SchemaCopy copy, String searchPath, @Nullable ConnectionSource scratch, AfterUse afterUse) {

    /** The applied migrations run again on a database that is made beside the real one, and dropped. */
    public static final TraceRequest DEFAULT = new TraceRequest(SchemaCopy.REPLAY, "", null, AfterUse.REMOVE);
}
