package dev.migrations.bench;

import dev.migrations.Backfills;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Runs a backfill in one process after the other, and kills each but the last at a random place. */
final class KilledRunners {

    private static final String PASSED = "select coalesce(max(rows_passed), 0) from schema_migrations_backfills";

    private KilledRunners() {}

    /** The process: a URL and a folder. */
    public static void main(String[] args) {
        Backfills.of(BackfillComparison.migrator(args[0], Path.of(args[1]))).run();
    }

    /** Comes back when the last one is done. */
    static void run(String url, Path folder, int rows, int kills)
            throws SQLException, IOException, InterruptedException {
        BackfillComparison.migrator(url, folder).up();
        var places = ThreadLocalRandom.current()
                .ints(kills, 1, rows)
                .sorted()
                .boxed()
                .toList();
        for (var place : places) {
            var runner = start(url, folder);
            while (passed(url) < place && runner.isAlive()) {
                Thread.sleep(20);
            }
            runner.destroyForcibly().waitFor();
        }
        var last = start(url, folder);
        if (last.waitFor() != 0) {
            throw new IllegalStateException("the last runner ended with " + last.exitValue());
        }
        System.out.println("  killed when so many rows were done: " + places);
    }

    private static Process start(String url, Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRunners.class.getName(),
                        url,
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long passed(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery(PASSED)) {
            result.next();
            return result.getLong(1);
        }
    }
}
