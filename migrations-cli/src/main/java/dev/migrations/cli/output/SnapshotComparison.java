package dev.migrations.cli.output;

import dev.migrations.alter.SchemaDdl;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;

/**
 * A database held against a snapshot of it.
 *
 * @param database its name
 * @param file     the snapshot's
 * @param expected what the file says
 * @param found    what is there
 */
public record SnapshotComparison(String database, String file, SchemaSnapshot expected, SchemaSnapshot found) {

    /** What leads from the file to the database. */
    public SchemaDiff diff() {
        return expected.to(found);
    }

    /** What makes the database as the file says. */
    public SchemaDdl ddl() {
        return SchemaDdl.between(found, expected);
    }

    /** Whether the file is up to date. */
    public boolean isEqual() {
        return diff().isEmpty();
    }

    /** Where the comparison may say too much. */
    public List<String> notes() {
        return expected.majorVersion() == found.majorVersion()
                ? List.of()
                : List.of("the file is of PostgreSQL " + expected.majorVersion() + ", and the server is of "
                        + found.majorVersion() + ": what the server writes itself, such as a view's text, may differ");
    }
}
