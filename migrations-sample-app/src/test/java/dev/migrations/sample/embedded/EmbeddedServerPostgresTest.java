package dev.migrations.sample.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerPostgresTest {

    private static final List<String> DATABASES = List.of("shop");

    private final Path root;
    private final ServerDirectory directory;

    EmbeddedServerPostgresTest(@TempDir Path root) {
        this.root = root;
        this.directory = new ServerDirectory(root);
    }

    @Test
    void data_is_kept_from_one_start_to_the_next() throws Exception {
        try (var server = EmbeddedServer.start(root, DATABASES)) {
            execute(server, "create table kept as select 1 as number");
            assertThat(ask(server, "show server_version")).startsWith(EmbeddedServer.MAJOR_VERSION + ".");
        }
        assertThat(LeftBehindServer.processFile(directory.data())).doesNotExist();
        try (var server = EmbeddedServer.start(root, List.of("shop", "another"))) {
            assertThat(ask(server, "select number from kept")).isEqualTo("1");
            assertThat(server.connection("another").url()).endsWith("/another");
        }
    }

    @Test
    void a_server_left_behind_by_a_kill_is_stopped_at_the_next_start() throws Exception {
        EmbeddedServerProcess.startAndKill(root);
        var leftBehind = process();
        assertThat(leftBehind.isAlive()).isTrue();

        try (var server = EmbeddedServer.start(root, DATABASES)) {
            assertThat(leftBehind.info().commandLine()).isEmpty();
            assertThat(process().pid()).isNotEqualTo(leftBehind.pid());
            assertThat(ask(server, "select number from kept")).isEqualTo("1");
            assertThat(ask(server, "select to_regclass('lost')")).isNull();
        }
        // "was not properly shut down" would be the server's words for a crash
        assertThat(Files.readString(directory.log())).doesNotContain("not properly shut down");
    }

    @Test
    void a_directory_in_use_is_refused() throws Exception {
        try (var server = EmbeddedServer.start(root, DATABASES)) {
            assertThatExceptionOfType(EmbeddedServerException.class)
                    .isThrownBy(() -> EmbeddedServer.start(root, DATABASES))
                    .withMessage("Another instance of the application is using %s.", root)
                    .satisfies(refused -> assertThat(refused.hint()).contains("--shop.embedded.directory"));
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void data_of_another_major_version_is_refused_and_kept() throws Exception {
        Files.createDirectories(directory.data());
        Files.writeString(directory.data().resolve("PG_VERSION"), "17\n");

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedServer.start(root, DATABASES))
                .withMessage(
                        "%s was made by PostgreSQL 17, and the application brings PostgreSQL 18.", directory.data())
                .satisfies(refused -> assertThat(refused.hint()).startsWith("Delete " + directory.data()));
        assertThat(directory.data().resolve("PG_VERSION")).exists();
    }

    @Test
    void what_an_unfinished_first_start_left_is_removed() throws Exception {
        var unfinished = Files.createDirectories(directory.unfinished());
        Files.writeString(unfinished.resolve("PG_VERSION"), "18\n");
        Files.writeString(unfinished.resolve("postgresql.conf"), "");

        try (var server = EmbeddedServer.start(root, DATABASES)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(directory.allUnfinished()).isEmpty();
    }

    @Test
    void a_process_file_that_names_a_foreign_process_is_not_believed() throws Exception {
        EmbeddedServer.start(root, DATABASES).close();
        var own = ProcessHandle.current();
        Files.writeString(
                LeftBehindServer.processFile(directory.data()), own.pid() + "\n" + directory.data() + "\n0\n5432\n");

        try (var server = EmbeddedServer.start(root, DATABASES)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
        assertThat(own.isAlive()).isTrue();
    }

    @Test
    void a_server_that_cannot_start_says_where_to_look() throws Exception {
        Files.createDirectory(directory.log());

        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedServer.start(root, DATABASES))
                .withMessageStartingWith("PostgreSQL did not start on %s: ", directory.data())
                .satisfies(failed ->
                        assertThat(failed.hint()).contains(directory.log().toString()));
    }

    private ProcessHandle process() throws IOException {
        var pid = Files.readAllLines(LeftBehindServer.processFile(directory.data()))
                .get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        var shop = server.connection("shop");
        try (var connection = DriverManager.getConnection(shop.url(), shop.username(), shop.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        var shop = server.connection("shop");
        try (var connection = DriverManager.getConnection(shop.url(), shop.username(), shop.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
