package dev.migrations.bench;

import dev.migrations.Migrator;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a reader is kept by an {@code alter table} that waits for somebody else's open transaction.
 * {@code java -cp migrations-bench/target/benchmarks.jar dev.migrations.bench.LongestStall [jdbc:postgresql://…]}
 *
 * <p>Each way to run it meets the same: a transaction that has read the table stays open for {@code -Dhold=20} seconds, a
 * reader asks every millisecond, and one second later the migration begins. Without a URL, an embedded server is started; the
 * table is {@code stalled}.
 */
public final class LongestStall {

    private static final Duration HOLD = Duration.ofSeconds(Integer.getInteger("hold", 20));
    private static final Duration HEAD_START = Duration.ofSeconds(1);
    private static final String ALTER = "alter table stalled add column added int";

    private final String url;
    private final PrintStream out;

    private LongestStall(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    /** Runs each way once, and prints a line for it. */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            new LongestStall(args[0], System.out).measureAll();
            return;
        }
        try (var server = EmbeddedPostgres.start()) {
            new LongestStall(server.getJdbcUrl("postgres", "postgres"), System.out).measureAll();
        }
    }

    private void measureAll() throws Exception {
        out.printf("A transaction that has read the table stays open for %d s.%n", HOLD.toSeconds());
        out.printf("%-44s %14s %12s %16s%n", "", "longest stall", "reads", "done after hold");
        measure("migrations", this::migrate);
        measure("a plain runner: script and row, and no limit", this::runPlain);
        measure("psql, statement by statement, and no limit", () -> execute(ALTER));
        measure("psql with lock_timeout = 5s, no second try", this::runOnce);
    }

    private void measure(String name, Way way) throws Exception {
        execute("drop table if exists stalled, schema_migrations", "create table stalled (id int)");
        var reader = Reader.start(url);
        try (var holder = connect()) {
            holder.setAutoCommit(false);
            execute(holder, "select from stalled");
            var released = release(holder);
            Thread.sleep(HEAD_START.toMillis());
            var failure = failureOf(way);
            var done = System.nanoTime();
            var end = released.await();
            // its last read may still be behind the migration
            reader.close();
            var after = failure == null ? String.format("%.1f s", (done - end) / 1e9) : failure;
            out.printf("%-44s %11.0f ms %12d %16s%n", name, reader.longestStallNanos() / 1e6, reader.reads(), after);
        }
    }

    private static @Nullable String failureOf(Way way) throws IOException {
        try {
            way.run();
            return null;
        } catch (SQLException e) {
            return "failed: " + e.getSQLState();
        }
    }

    private static Release release(Connection holder) {
        var release = new Release(holder, HOLD);
        release.start();
        return release;
    }

    private void migrate() throws IOException {
        var directory = Files.createTempDirectory("stall-");
        Files.writeString(directory.resolve("001_add.up.sql"), ALTER + ";\n");
        var folder = MigrationTree.read(directory.toString(), LongestStall.class.getClassLoader())
                .folders()
                .get(0);
        Migrator.of(folder, ConnectionSource.of(url, null, null)).build().up();
        Files.delete(directory.resolve("001_add.up.sql"));
        Files.delete(directory);
    }

    private void runPlain() throws SQLException {
        execute("create table schema_migrations (version bigint primary key)");
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            execute(connection, ALTER, "insert into schema_migrations values (1)");
            connection.commit();
        }
    }

    private void runOnce() throws SQLException {
        execute("set lock_timeout = '5s'", ALTER);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = connect()) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** One way to run the statement. */
    private interface Way {
        void run() throws SQLException, IOException;
    }
}
