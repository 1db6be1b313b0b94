package dev.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.migrations.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The jar that {@code mvn package} makes, on a bare machine: started, killed, started again. */
class RunnableJarIT {

    private static final String CONCURRENT_INDEX = "005_index_open_orders";

    private static final String BUILDING_AN_INDEX = """
            select count(*)
            from pg_stat_progress_create_index
            where datname = 'db_orders'
            and command = 'CREATE INDEX CONCURRENTLY'
            """;

    private static final String VALID_INDEX = """
            select count(*)
            from pg_index
            where indexrelid = to_regclass('orders_open_placed_at_idx')
            and indisvalid
            """;

    // A prepared transaction outlives its session and its server: the index build waits for it as long as it is there.
    private static final List<String> PREPARE_OPEN_WRITE =
            List.of("begin", "lock table orders in row exclusive mode", "prepare transaction 'open_write'");

    private static final String END_OPEN_WRITE = "rollback prepared 'open_write'";

    private final Path folder;

    RunnableJarIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_killed_shop_starts_again_on_its_own_data() throws Exception {
        String leftBehind;
        try (var shop = start()) {
            shop.awaitOk("/actuator/health/liveness");
            leftBehind = shop.awaitDatabase("db_core");
            execute(leftBehind, "create table kept as select 1 as number");
            shop.kill();
        }
        assertThat(count(leftBehind, "select count(*) from kept")).isEqualTo(1);

        try (var shop = start()) {
            shop.awaitOk("/actuator/health/liveness");
            assertThat(count(shop.awaitDatabase("db_core"), "select count(*) from kept"))
                    .isEqualTo(1);
            assertThat(shop.output()).contains("which an earlier run left behind");
        }
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void killed_in_the_middle_of_a_concurrent_index_it_ends_up_to_date_at_the_next_start() throws Exception {
        allowPreparedTransactions();
        var withoutIndex = migrationsWithoutIndex();
        try (var shop = start("--migrations.location=file:" + withoutIndex)) {
            shop.awaitOk("/actuator/health/readiness");
            assertThat(folders(shop)).hasSize(4);
            execute(shop.awaitDatabase("db_orders"), PREPARE_OPEN_WRITE.toArray(String[]::new));
        }
        try (var shop = start()) {
            var orders = shop.awaitDatabase("db_orders");
            awaitIndexBuild(orders);
            shop.kill();
        }
        endOpenWrite();

        try (var shop = start()) {
            shop.awaitOk("/actuator/health/readiness");
            assertThat(status(shop)).isEqualTo("UP_TO_DATE");
            assertThat(count(shop.awaitDatabase("db_orders"), VALID_INDEX)).isEqualTo(1);
        }
    }

    @Test
    void the_jar_is_a_command_line_on_its_own_databases() throws Exception {
        var before = ShopCommand.run(folder, "status");
        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(before.out())
                .startsWith("01_core-db on db_core\n  • 001  create_customers  ")
                .contains("02_orders-db on db_orders\n", "03_analytics-db on db_analytics\n", " pending\n")
                .doesNotContain("Spring", "PostgreSQL");
        assertThat(before.err()).contains("04_ledger-db: skipped");

        assertThat(ShopCommand.run(folder, "up", "--folder", "04_ledger-db").exitCode())
                .isZero();
        var after = ShopCommand.run(folder, "status", "--json");
        assertThat(after.exitCode()).as(after.err()).isZero();
        assertThat(JsonPath.<Set<String>>read(after.out(), "$.folders.keys()"))
                .containsExactly("01_core-db", "02_orders-db", "03_analytics-db", "04_ledger-db");
        assertThat(ShopCommand.run(folder, "status", "--folder", "04_ledger-db").out())
                .startsWith("04_ledger-db on db_ledger\n")
                .doesNotContain("pending");
        assertThat(ShopCommand.run(folder, "stauts").exitCode()).isEqualTo(2);
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrl_c_ends_a_command_with_130_and_keeps_nothing_of_the_script_that_ran() throws Exception {
        var migrations = migrationsWith("01_core-db/007_wait.up.sql", "create table half (); select pg_sleep(600);");
        var interrupted =
                ShopCommand.interrupt(folder, "applied 006_index_active_products", "up", "--dir", "file:" + migrations);
        assertThat(interrupted.exitCode()).as(interrupted.err()).isEqualTo(130);
        assertThat(interrupted.err()).contains("Hint: run it again");

        var status = ShopCommand.run(folder, "status", "--dir", "file:" + migrations, "--folder", "01_core-db");
        assertThat(status.out()).contains("✓ 006", "• 007  wait").doesNotContain("interrupted");
    }

    @Test
    void a_start_that_fails_before_the_web_server_ends_with_its_own_code() throws Exception {
        var output = folder.resolve("start.log").toFile();
        var process = RunningShop.process(
                        folder,
                        "--migrations.run-at=startup",
                        "--migrations.auto-migrate=false",
                        "--migrations.on-pending=fail")
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isEqualTo(3);
    }

    private RunningShop start(String... arguments) throws IOException {
        return RunningShop.start(folder, arguments);
    }

    private static Set<String> folders(RunningShop shop) throws IOException, InterruptedException {
        return JsonPath.read(shop.awaitOk("/actuator/migrations"), "$.folders.keys()");
    }

    private static String status(RunningShop shop) throws IOException, InterruptedException {
        return JsonPath.read(shop.awaitOk("/actuator/migrations"), "$.status");
    }

    private void allowPreparedTransactions() throws IOException {
        EmbeddedServer.start(folder.resolve("postgres"), List.of()).close();
        Files.writeString(
                folder.resolve("postgres/data/postgresql.conf"),
                "\nmax_prepared_transactions = 1\n",
                StandardOpenOption.APPEND);
    }

    /** The next start of the server does what the next start of the shop does: it stops the one that was left behind. */
    private void endOpenWrite() throws IOException, SQLException {
        try (var server = EmbeddedServer.start(folder.resolve("postgres"), List.of())) {
            var orders = server.connection("db_orders").url() + "?user=postgres";
            assertThat(count(orders, VALID_INDEX)).isZero();
            execute(orders, END_OPEN_WRITE);
        }
    }

    private Path migrationsWithoutIndex() throws IOException {
        var copy = copyOfMigrations();
        Files.delete(copy.resolve("02_orders-db/" + CONCURRENT_INDEX + ".up.sql"));
        Files.delete(copy.resolve("02_orders-db/" + CONCURRENT_INDEX + ".down.sql"));
        return copy;
    }

    private Path migrationsWith(String file, String sql) throws IOException {
        var copy = copyOfMigrations();
        Files.writeString(copy.resolve(file), sql);
        return copy;
    }

    private Path copyOfMigrations() throws IOException {
        var copy = folder.resolve("migrations");
        FileSystemUtils.copyRecursively(Path.of("src/main/resources/migrations"), copy);
        return copy;
    }

    private static void awaitIndexBuild(String database) throws SQLException, InterruptedException {
        while (count(database, BUILDING_AN_INDEX) == 0) {
            Thread.sleep(50);
        }
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long count(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
