package dev.migrations.bench;

import dev.migrations.Migrator;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.CopyStrategy;
import dev.migrations.database.DatabaseCopies;
import dev.migrations.database.ServerDatabases;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;

/**
 * What a test waits for a database with all migrations applied: for a copy of a template, for the migrations to run again, and
 * for Flyway to clean the database and run them again. All on the same server, in turns.
 *
 * <pre>{@code
 * java -cp migrations-bench/target/benchmarks.jar dev.migrations.bench.TestDatabaseComparison
 *     [--migrations=10,200,1000] [--rounds=5] [--url=jdbc:postgresql://…]
 * }</pre>
 *
 * Without a URL, a PostgreSQL of its own is started from embedded binaries, tuned as the test kit tunes it.
 */
public final class TestDatabaseComparison {

    /** Every tenth one makes a table; the others change rows: so 1,000 migrations make 100 tables. */
    private static final int TABLE_EVERY = 10;

    /** The same hundred tables whatever the number of migrations, to tell the two apart. */
    private static final int SAME_TABLES = 100;

    private final String url;
    private final int rounds;

    private TestDatabaseComparison(String url, int rounds) {
        this.url = url;
        this.rounds = rounds;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        var words = List.of(args);
        var counts = List.of(value(words, "migrations", "10,200,1000").split(","));
        var rounds = Integer.parseInt(value(words, "rounds", "5"));
        var url = value(words, "url", "");
        if (!url.isEmpty()) {
            new TestDatabaseComparison(url, rounds).run(counts);
            return;
        }
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .start()) {
            new TestDatabaseComparison(server.getJdbcUrl("postgres", "postgres"), rounds).run(counts);
        }
    }

    private static String value(List<String> words, String name, String otherwise) {
        return words.stream()
                .filter(word -> word.startsWith("--" + name + "="))
                .map(word -> word.substring(name.length() + 3))
                .findFirst()
                .orElse(otherwise);
    }

    private void run(List<String> counts) throws SQLException, IOException {
        print("milliseconds, median of %d", rounds);
        print("%-22s %10s %10s %10s %10s %10s", "", "file_copy", "wal_log", "clone", "engine", "Flyway");
        for (var count : counts) {
            var number = Integer.parseInt(count);
            compare(number + " migrations", number, number / TABLE_EVERY);
        }
        for (var count : counts) {
            compare(count + ", 100 tables", Integer.parseInt(count), SAME_TABLES);
        }
    }

    private void compare(String title, int migrations, int tables) throws SQLException, IOException {
        var directory = write(migrations, tables);
        var folder = MigrationTree.read(directory.toString(), TestDatabaseComparison.class.getClassLoader())
                .folders()
                .get(0);
        recreate("bench_template");
        migrate(folder, "bench_template");
        recreate("bench_flyway");
        var flyway = flyway(directory);
        flyway.migrate();
        var files = new ArrayList<Double>();
        var blocks = new ArrayList<Double>();
        var reflinks = new ArrayList<Double>();
        var engine = new ArrayList<Double>();
        var peer = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            files.add(copy(CopyStrategy.FILE_COPY));
            blocks.add(copy(CopyStrategy.WAL_LOG));
            reflinks.add(reflink());
            engine.add(millis(() -> {
                recreate("bench_again");
                migrate(folder, "bench_again");
            }));
            peer.add(millis(() -> {
                flyway.clean();
                flyway.migrate();
            }));
        }
        print(
                "%-22s %10.0f %10.0f %10.0f %10.0f %10.0f",
                title, median(files), median(blocks), median(reflinks), median(engine), median(peer));
    }

    /** As the test kit does it. */
    private double copy(CopyStrategy strategy) throws SQLException, IOException {
        execute("drop database if exists bench_copy with (force)");
        return millis(() -> {
            try (var databases = ServerDatabases.open(ConnectionSource.of(url, null, null))) {
                DatabaseCopies.on(databases).copy("bench_template", "bench_copy", "benchmark", strategy);
            }
        });
    }

    /** PostgreSQL 18: {@code file_copy_method = clone}, where the file system can share blocks. */
    private double reflink() throws SQLException, IOException {
        execute("drop database if exists bench_copy with (force)");
        return millis(() -> {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.execute("set file_copy_method = clone");
                statement.execute("create database bench_copy template bench_template strategy file_copy");
            }
        });
    }

    private static Path write(int migrations, int tables) throws IOException {
        var directory = Files.createTempDirectory("migrations");
        for (var number = 1; number <= migrations; number++) {
            var sql = new StringBuilder();
            for (var table = (number - 1) * tables / migrations; table < number * tables / migrations; table++) {
                sql.append("create table t")
                        .append(table)
                        .append(
                                " (id bigint generated always as identity primary key, name text not null, at timestamptz);\n");
            }
            sql.append("create or replace view v as select ").append(number).append(" as n;\n");
            Files.writeString(directory.resolve(String.format(Locale.ROOT, "%04d_step.sql", number)), sql.toString());
        }
        return directory;
    }

    private Flyway flyway(Path directory) {
        return Flyway.configure()
                .dataSource(at("bench_flyway"), null, null)
                .locations("filesystem:" + directory)
                .sqlMigrationPrefix("")
                .sqlMigrationSeparator("_")
                .cleanDisabled(false)
                .load();
    }

    private void migrate(MigrationFolder folder, String database) {
        Migrator.of(folder, ConnectionSource.of(at(database), null, null))
                .build()
                .up();
    }

    private void recreate(String database) throws SQLException {
        execute("drop database if exists " + database + " with (force)");
        execute("create database " + database);
    }

    private String at(String database) {
        return url.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double millis(Work work) throws SQLException, IOException {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private interface Work {
        void run() throws SQLException, IOException;
    }
}
