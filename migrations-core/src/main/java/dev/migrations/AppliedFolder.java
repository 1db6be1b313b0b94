package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.FoundHistory;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.Session;
import dev.migrations.history.AppliedMigration;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.SchemaTable;
import dev.migrations.plan.MigrationComparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder and what of it is applied to a database.
 *
 * @param folder     the files
 * @param comparison with the history, whose settings name the schema of the history table
 * @param tables     the tool's own, of all folders
 * @param histories  every history table of the database
 * @param isBusy     whether somebody migrates just now
 */
record AppliedFolder(
        MigrationFolder folder,
        MigrationComparison comparison,
        List<SchemaTable> tables,
        List<SchemaTable> histories,
        boolean isBusy) {

    static AppliedFolder read(MigrationFolder folder, ConnectionSource target) {
        var set = folder.read();
        try (var session = Session.open(target, folder.settings().schemaTable())) {
            var table = HistoryTable.of(session);
            var history = table.load(session, DownScripts.LEFT_OUT);
            var settings = folder.settings().withSchemaTable(table.schemaTable());
            return new AppliedFolder(
                    folder,
                    MigrationComparison.of(set, history, settings),
                    List.copyOf(HistoryTable.everyTable(session)),
                    HistoryTable.findAll(session).stream()
                            .map(FoundHistory::table)
                            .toList(),
                    MigrationLock.findHolder(session).isPresent());
        }
    }

    MigrationHistory history() {
        return comparison.history();
    }

    SchemaTable historyTable() {
        return comparison.settings().schemaTable();
    }

    boolean isEmpty() {
        return history().isEmpty() && history().repeatables().isEmpty();
    }

    /** Whether it has the same history as this one. */
    boolean isAt(AppliedFolder other) {
        return history().migrations().equals(other.history().migrations())
                && history().repeatables().equals(other.history().repeatables());
    }

    /** Who has run it. */
    Stream<String> runners() {
        return history().migrations().stream().map(AppliedMigration::appliedBy);
    }

    /** Of scripts that have changed since they ran: nobody knows what they made. */
    List<String> changedRepeatables() {
        return comparison.set().repeatables().stream()
                .filter(comparison::isPending)
                .filter(repeatable ->
                        history().findRepeatable(repeatable.description()).isPresent())
                .map(repeatable -> repeatable.script().name())
                .toList();
    }
}
