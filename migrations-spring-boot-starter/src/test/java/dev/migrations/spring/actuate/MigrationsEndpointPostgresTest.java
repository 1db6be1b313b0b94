package dev.migrations.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class MigrationsEndpointPostgresTest {

    private static final String UNREACHABLE = "jdbc:postgresql://localhost:1/nowhere?user=app&password=geheim";

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory)
                .with("core/migration.yaml", "description: The core")
                .with("core/001_a.up.sql", "create table a (id int);")
                .with("core/001_a.down.sql", "drop table a;")
                .with("core/R_b.sql", "create or replace view b as select 1 as one;");
    }

    @Test
    void shows_folders_databases_and_versions_in_this_shape(TestDatabase database) {
        try (var context = application(database).run()) {
            Snapshot.assertMatches(
                    "snapshots/endpoint.json", shown(Http.of(context).get("migrations"), database));
        }
    }

    @Test
    void what_is_pending_has_explicit_nulls(TestDatabase database) {
        try (var context =
                application(database).with("migrations.auto-migrate", false).run()) {
            Snapshot.assertMatches(
                    "snapshots/endpoint-pending.json", shown(Http.of(context).get("migrations"), database));
        }
    }

    @Test
    void what_the_rules_have_against_a_pending_version_is_shown_and_weighed_by_its_empty_table(TestDatabase database) {
        application(database).run().close();
        files.with("core/002_c.up.sql", "alter table a alter column id set not null;");
        try (var context =
                application(database).with("migrations.auto-migrate", false).run()) {
            var body = Http.of(context).get("migrations/core/2").body();
            assertThat(body)
                    .contains("\"findings\":[{\"rule\":\"adding-not-nullable-field\",\"severity\":\"info\","
                            + "\"line\":1,\"column\":15,\"message\":\"");
        }
    }

    @Test
    void a_folder_and_a_version_have_addresses_of_their_own(TestDatabase database) {
        try (var context = application(database).run()) {
            var http = Http.of(context);
            assertThat(http.get("migrations/core").body()).contains("\"description\":\"The core\"");
            assertThat(http.get("migrations/core/1").body())
                    .isEqualTo(http.get("migrations/core/001").body())
                    .startsWith(
                            "{\"version\":\"1\",\"databases\":{\"dataSource\":{\"version\":\"1\",\"description\":\"a\"");
            assertThat(http.get("migrations/cor").status()).isEqualTo(404);
            assertThat(http.get("migrations/core/2").status()).isEqualTo(404);
            assertThat(http.get("migrations/core/one").status()).isEqualTo(404);
        }
    }

    @Test
    void in_the_flat_layout_the_folder_has_the_name_of_the_root(TestDatabase database) {
        var flat = new MigrationFiles(directory.resolve("core/migrations")).with("001_a.up.sql", "select 1;");
        try (var context =
                application(database).with("migrations.location", flat.root()).run()) {
            assertThat(Http.of(context).get("migrations").body()).contains("\"folders\":{\"migrations\":{");
        }
    }

    @Test
    void one_that_is_not_enabled_does_not_count(TestDatabase database) {
        files.with("off/migration.yaml", "enabled: false\nschema-table: off_migrations")
                .with("off/001_x.up.sql", "create table x ();");
        try (var context = application(database).run()) {
            var body = Http.of(context).get("migrations").body();
            assertThat(body).startsWith("{\"status\":\"UP_TO_DATE\"").contains("\"off\":{\"status\":\"DISABLED\"");
        }
    }

    @Test
    void an_unreachable_database_is_told_soon_and_the_others_are_shown(TestDatabase database) {
        files.with("lost/migration.yaml", "dbpool-name: lost").with("lost/001_x.up.sql", "select 1;");
        var application = application(database)
                .with("migrations.databases.lost.url", UNREACHABLE)
                .with("migrations.on-failure", "continue")
                .with("migrations.fail-startup", false);
        try (var context = application.run()) {
            var start = Instant.now();
            var body = Http.of(context).get("migrations").body();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(body)
                    .startsWith("{\"status\":\"UNREACHABLE\"")
                    .contains("\"core\":{\"status\":\"UP_TO_DATE\"", "\"lost\":{\"status\":\"UNREACHABLE\"")
                    .contains("\"message\":\"SQLSTATE 08001\"")
                    .doesNotContain("geheim", "jdbc:");
        }
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_unreachable_too(TestDatabase database) throws Exception {
        files.with("lost/migration.yaml", "dbpool-name: lost\nenabled: false").with("lost/001_x.up.sql", "select 1;");
        try (var mute = new ServerSocket(0);
                var context = application(database)
                        .with(
                                "migrations.databases.lost.url",
                                "jdbc:postgresql://localhost:" + mute.getLocalPort() + "/x?sslmode=disable")
                        .run()) {
            var start = Instant.now();
            var body = Http.of(context).get("migrations").body();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(7));
            assertThat(body).contains("\"lost\":{\"status\":\"UNREACHABLE\"", "\"core\":{\"status\":\"UP_TO_DATE\"");
        }
    }

    @Test
    void a_failure_is_shown_without_what_the_server_quoted(TestDatabase database) {
        files.with("core/002_c.up.sql", "insert into a values (1), ('geheim');");
        try (var context =
                application(database).with("migrations.fail-startup", false).run()) {
            var body = Http.of(context).get("migrations").body();
            assertThat(body)
                    .startsWith("{\"status\":\"FAILED\"")
                    .contains("\"lastError\":{\"code\":\"statement-failed\",\"message\":\"SQLSTATE 22P02\","
                            + "\"location\":\"002_c.up.sql:1:28\",\"sqlState\":\"22P02\"}")
                    .doesNotContain("geheim", "insert into");
        }
    }

    @Test
    void a_failure_that_was_mended_elsewhere_is_none_any_more(TestDatabase database) {
        files.with("core/002_c.up.sql", "create tabel c ();");
        try (var context =
                application(database).with("migrations.fail-startup", false).run()) {
            files.with("core/002_c.up.sql", "create table c ();");
            application(database).run().close();
            assertThat(Http.of(context).get("migrations").body()).startsWith("{\"status\":\"UP_TO_DATE\"");
        }
    }

    @Test
    void why_there_are_no_folders_is_told(TestDatabase database) {
        files.with("core/migration.yaml", "dbpool-name: other");
        try (var context =
                application(database).with("migrations.fail-startup", false).run()) {
            assertThat(Http.of(context).get("migrations").body())
                    .startsWith("{\"status\":\"FAILED\",\"folders\":{},\"problems\":[{\"code\":\"unknown-database\"");
        }
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files)
                .onDatabase(database.url())
                .with("management.endpoints.web.exposure.include", "migrations,health")
                .withServer();
    }

    private static String shown(Http.Answer answer, TestDatabase database) {
        assertThat(answer.body()).doesNotContain(database.url());
        return answer.body()
                .replaceAll("\"appliedAt\":\"[^\"]*Z\"", "\"appliedAt\":\"…\"")
                .replaceAll("\"durationMs\":[0-9]+", "\"durationMs\":…");
    }
}
