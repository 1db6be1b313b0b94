package dev.migrations;

import dev.migrations.history.Backfill;
import java.time.Duration;
import java.util.List;

/**
 * The backfills of one folder on one database.
 *
 * @param folder    the folder's name
 * @param database  the database's name, as the caller knows it
 * @param backfills how far each is, by version
 * @param duration  of the whole command, by this machine's clock
 */
public record BackfillReport(String folder, String database, List<Backfill> backfills, Duration duration) {

    public BackfillReport {
        backfills = List.copyOf(backfills);
    }
}
