package dev.migrations.bench;

import dev.migrations.BackfillListener;
import dev.migrations.Backfills;
import dev.migrations.Migrator;
import dev.migrations.backfill.Throttle;
import dev.migrations.backfill.Throttle.DuringVacuum;
import dev.migrations.database.ConnectionSource;
import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A column of a large table is filled while clients work on the table: by one plain {@code UPDATE}, and by a backfill. Both
 * on the same server, one after the other, each on a fresh table; prints the longest stall of a client beside each. With
 * {@code --kills}, the backfill runs once more, in processes that are killed at so many random places.
 *
 * <pre>{@code
 * java -cp migrations-bench/target/benchmarks.jar dev.migrations.bench.BackfillComparison \
 *     [--rows=5000000] [--clients=4] [--during-vacuum=rest|go-on] [--kills=20] [--url=jdbc:postgresql://…]
 * }</pre>
 *
 * Without a URL, a PostgreSQL of its own is started from embedded binaries.
 */
public final class BackfillComparison {

    private static final Duration BASELINE = Duration.ofSeconds(10);

    private static final List<String> SET_UP = List.of(
            "drop table if exists accounts, schema_migrations, schema_migrations_backfills",
            "create table accounts (id int primary key, balance int not null, filled int not null default 0,"
                    + " filler char(84) not null)",
            "insert into accounts select n, 0, 0, '' from generate_series(1, {rows}) n",
            "vacuum analyze accounts",
            "checkpoint");

    private static final String PLAIN = "update accounts set filled = filled + 1";

    private static final String BACKFILL = """
            -- migrations: backfill table=accounts key=id
            update accounts set filled = filled + 1 where id between :from and :to;
            """;

    private static final String COUNT = "select count(*) filter (where filled = 1) from accounts";

    private final String url;
    private final int rows;
    private final int clients;
    private final int kills;
    private final Throttle throttle;

    private BackfillComparison(String url, Arguments arguments) {
        this.url = url;
        this.rows = Integer.parseInt(arguments.value("rows", "5000000"));
        this.clients = Integer.parseInt(arguments.value("clients", "4"));
        this.kills = Integer.parseInt(arguments.value("kills", "0"));
        var vacuum = arguments.value("during-vacuum", "rest").equals("rest") ? DuringVacuum.REST : DuringVacuum.GO_ON;
        this.throttle = new Throttle(null, Duration.ofSeconds(10), 40, vacuum);
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        var arguments = new Arguments(List.of(args));
        var url = arguments.value("url", "");
        if (!url.isEmpty()) {
            new BackfillComparison(url, arguments).run();
            return;
        }
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("max_wal_size", "8GB")
                .start()) {
            new BackfillComparison(server.getJdbcUrl("postgres", "postgres"), arguments).run();
        }
    }

    private record Arguments(List<String> words) {

        String value(String name, String otherwise) {
            return words.stream()
                    .filter(word -> word.startsWith("--" + name + "="))
                    .map(word -> word.substring(name.length() + 3))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    private interface Work {
        void run() throws SQLException, IOException, InterruptedException;
    }

    private void run() throws SQLException, IOException, InterruptedException {
        print("%,d rows, %d clients", rows, clients);
        print(
                "%-14s %10s %14s %14s %12s %12s",
                "", "seconds", "stall before", "stall during", "tps before", "tps during");
        measure("plain UPDATE", () -> execute(PLAIN));
        measure("backfill", this::backfill);
        if (kills > 0) {
            measure("killed", () -> KilledRunners.run(url, folder(), rows, kills));
        }
    }

    private void measure(String name, Work work) throws SQLException, IOException, InterruptedException {
        for (var sql : SET_UP) {
            execute(sql.replace("{rows}", Integer.toString(rows)));
        }
        try (var traffic = Traffic.on(url, rows, clients)) {
            Thread.sleep(1_000);
            var first = traffic.snapshot();
            Thread.sleep(BASELINE.toMillis());
            var before = traffic.snapshot();
            work.run();
            Thread.sleep(500); // whoever waited has come back
            var after = traffic.snapshot();
            print(
                    "%-14s %10.1f %11.0f ms %11.0f ms %12.0f %12.0f",
                    name,
                    (after.nanos() - before.nanos()) / 1e9 - 0.5,
                    before.longestMillis(),
                    after.longestMillis(),
                    before.perSecondSince(first),
                    after.perSecondSince(before));
        }
        check();
    }

    private static Path folder() throws IOException {
        var directory = Files.createTempDirectory("backfill");
        Files.writeString(directory.resolve("001_fill.up.sql"), BACKFILL);
        return directory;
    }

    private void backfill() throws IOException {
        var waits = new Waits();
        var migrator = migrator(url, folder());
        migrator.up();
        var report = Backfills.of(migrator).throttle(throttle).listener(waits).run();
        var backfill = report.backfills().get(0);
        print(
                "  %,d batches, the last of %,d rows; it worked %.1f s, and waited about %.1f s for others",
                backfill.batches(), backfill.batchSize(), backfill.worked().toMillis() / 1e3, waits.count / 2.0);
    }

    static Migrator migrator(String url, Path directory) {
        var folder = MigrationTree.read(directory.toString(), BackfillComparison.class.getClassLoader())
                .folders()
                .get(0);
        return Migrator.of(folder, ConnectionSource.of(url, null, null)).build();
    }

    /** Told twice a second. */
    private static final class Waits implements BackfillListener {

        private int count;

        @Override
        public void waiting(String folder, String database, Backfill backfill, String reason) {
            count++;
        }
    }

    private void check() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var result = statement.executeQuery(COUNT)) {
            result.next();
            if (result.getInt(1) != rows) {
                throw new IllegalStateException("not each row was changed once: " + result.getInt(1));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
