package dev.migrations;

import dev.migrations.alter.SchemaDdl;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;

/**
 * How a database differs from what its migrations make.
 *
 * @param folders  whose migrations made the other one, in their order
 * @param database as the caller knows it
 * @param scratch  the name of the scratch database; empty where there was none
 * @param expected what the migrations make
 * @param found    what is there
 * @param notes    where the comparison may say too much or too little
 */
public record DriftReport(
        List<String> folders,
        String database,
        String scratch,
        SchemaSnapshot expected,
        SchemaSnapshot found,
        List<String> notes) {

    public DriftReport {
        folders = List.copyOf(folders);
        notes = List.copyOf(notes);
    }

    /** What leads from what the migrations make to what is there: what somebody did by hand. */
    public SchemaDiff diff() {
        return expected.to(found);
    }

    /** Whether anything differs. */
    public boolean isDrifted() {
        return !diff().isEmpty();
    }

    /** What brings the database back to what its migrations make. */
    public SchemaDdl back() {
        return SchemaDdl.between(found, expected);
    }

    /** What the next migration has to do, so that what was done by hand is done everywhere. */
    public SchemaDdl next() {
        return SchemaDdl.between(expected, found);
    }
}
