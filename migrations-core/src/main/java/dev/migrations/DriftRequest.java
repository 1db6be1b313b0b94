package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.drift.NamePattern;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.scratch.AfterUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database is to be held against its migrations.
 *
 * @param beside   the other folders that run on the same database, in their order
 * @param ignored  what is left out, besides what the folders' {@code drift-ignore} says
 * @param rights   whether owners and grants count
 * @param scratch  the scratch database, which must be empty or one of an earlier run; null for one that is made for it
 * @param afterUse what becomes of it
 * @param expected what the database should be; null where the applied migrations say so
 */
public record DriftRequest(
        List<MigrationFolder> beside,
        List<NamePattern> ignored,
        Rights rights,
        @Nullable ConnectionSource scratch,
        AfterUse afterUse,
        @Nullable SchemaSnapshot expected) {

    /** Everything, on a database that is made beside the real one, and dropped. */
    public static final DriftRequest DEFAULT =
            new DriftRequest(List.of(), List.of(), Rights.COMPARE, null, AfterUse.REMOVE, null);

    public DriftRequest {
        beside = List.copyOf(beside);
        ignored = List.copyOf(ignored);
    }

    /** Whether owners and grants count. */
    public enum Rights {
        /** They do; the roles that have run migrations, here or there, are one and the same. */
        COMPARE,
        /** They do not. */
        IGNORE
    }

    /** The same where other folders run on the database, too. */
    public DriftRequest beside(List<MigrationFolder> folders) {
        return new DriftRequest(folders, ignored, rights, scratch, afterUse, expected);
    }

    /** The same without some objects. */
    public DriftRequest ignoring(List<NamePattern> patterns) {
        return new DriftRequest(beside, patterns, rights, scratch, afterUse, expected);
    }

    /** The same with or without owners and grants. */
    public DriftRequest rights(Rights which) {
        return new DriftRequest(beside, ignored, which, scratch, afterUse, expected);
    }

    /** The same on a scratch database that somebody has named. */
    public DriftRequest scratch(@Nullable ConnectionSource named, AfterUse then) {
        return new DriftRequest(beside, ignored, rights, named, then, expected);
    }

    /** The same against a snapshot, in place of a scratch database. */
    public DriftRequest against(SchemaSnapshot snapshot) {
        return new DriftRequest(beside, ignored, rights, scratch, afterUse, snapshot);
    }
}
