package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which schema is wanted.
 *
 * @param beside  the other folders that run on the same database, in their order
 * @param from    where it is read
 * @param scratch a scratch database for the files, which must be empty or one of an earlier run; null for one that is made for
 *                it
 */
public record SchemaRequest(
        List<MigrationFolder> beside, From from, @Nullable ConnectionSource scratch) {

    /** That of the database, as it is. */
    public static final SchemaRequest LIVE = new SchemaRequest(List.of(), From.DATABASE, null);

    /** That which all files make on a database that is made beside the real one, and dropped. */
    public static final SchemaRequest FILES = new SchemaRequest(List.of(), From.FILES, null);

    public SchemaRequest {
        beside = List.copyOf(beside);
    }

    /** Where a schema is read. */
    public enum From {
        /** The database itself, which is only read. */
        DATABASE,
        /** A scratch database, on which every file has run. */
        FILES
    }

    /** The same where other folders run on the database, too. */
    public SchemaRequest beside(List<MigrationFolder> folders) {
        return new SchemaRequest(folders, from, scratch);
    }

    /** The same on a scratch database that somebody has named. */
    public SchemaRequest scratch(ConnectionSource named) {
        return new SchemaRequest(beside, from, named);
    }
}
