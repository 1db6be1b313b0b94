package dev.migrations;

import dev.migrations.schema.SchemaDiff;
import java.util.List;

/**
 * How a database differs from what its migrations make.
 *
 * @param folders  whose migrations made the other one, in their order
 * @param database as the caller knows it
 * @param scratch  the name of the scratch database; empty where there was none
 * @param diff     what leads from what the migrations make to what is there: what somebody did by hand
 * @param notes    where the comparison may say too much or too little
 */
public record DriftReport(List<String> folders, String database, String scratch, SchemaDiff diff, List<String> notes) {

    public DriftReport {
        folders = List.copyOf(folders);
        notes = List.copyOf(notes);
    }

    /** Whether anything differs. */
    public boolean isDrifted() {
        return !diff.isEmpty();
    }
}
