package dev.migrations.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.migrations.Backfills;
import dev.migrations.Migrator;
import dev.migrations.TraceRequest;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationTree;
import dev.migrations.plan.MigrationTarget;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The main class of a {@link ChildJvm}: {@code <up|plan|backfill|trace> <url> <directory>}. Prints the names of files, one on a line. */
final class ChildMigrator {

    private ChildMigrator() {}

    public static void main(String[] args) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var folder = MigrationTree.read(Path.of(args[2]).toString(), ChildMigrator.class.getClassLoader())
                .folders()
                .get(0);
        var migrator =
                Migrator.of(folder, ConnectionSource.of(args[1], null, null)).build();
        if (args[0].equals("up")) {
            migrator.up().executedFiles().forEach(System.out::println);
        } else if (args[0].equals("backfill")) {
            System.out.println(Backfills.of(migrator).run().backfills());
        } else if (args[0].equals("trace")) {
            System.out.println(migrator.trace(TraceRequest.DEFAULT).scripts().size() + " scripts");
        } else {
            System.out.println(migrator.plan(MigrationTarget.up()).steps().size() + " steps");
        }
    }
}
