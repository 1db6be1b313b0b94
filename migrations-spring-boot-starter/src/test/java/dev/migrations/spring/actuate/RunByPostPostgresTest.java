package dev.migrations.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(PostgresExtension.class)
class RunByPostPostgresTest {

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
    void nothing_is_run_unless_access_is_unrestricted(TestDatabase database) {
        try (var context =
                application(database).with("migrations.auto-migrate", false).run()) {
            assertThat(Http.of(context).post("migrations/core").status()).isEqualTo(405);
            assertThat(database.hasTable("a")).isFalse();
        }
    }

    @Test
    void a_post_brings_a_folder_up_to_date_also_one_that_is_not_enabled(TestDatabase database) {
        files.with("core/migration.yaml", "enabled: false");
        try (var context = unrestricted(database)) {
            var http = Http.of(context);
            var answer = http.post("migrations/core");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .startsWith("{\"folder\":\"core\",\"success\":true,\"databases\":{\"dataSource\":{\"success\":true,"
                            + "\"results\":[{\"action\":\"APPLIED\",\"version\":\"1\",\"description\":\"a\"");
            assertThat(database.hasTable("a")).isTrue();
            assertThat(http.post("migrations/nowhere").status()).isEqualTo(404);
        }
    }

    @Test
    void a_post_for_a_folder_whose_database_is_not_there_says_why(TestDatabase database) {
        files.with("core/migration.yaml", "enabled: false\ndbpool-name: elsewhere");
        try (var context = unrestricted(database)) {
            var answer = Http.of(context).post("migrations/core");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).contains("\"success\":false", "\"code\":\"unknown-database\"");
        }
    }

    @Test
    void a_post_that_fails_says_so_without_what_the_server_quoted(TestDatabase database) {
        files.with("core/001_a.up.sql", "select 'geheim'::int;");
        try (var context = unrestricted(database)) {
            var answer = Http.of(context).post("migrations/core");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("\"success\":false", "SQLSTATE 22P02")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void a_post_while_another_runner_is_at_work_is_a_conflict(TestDatabase database) throws Exception {
        files.with("core/001_a.up.sql", "select pg_sleep(5);");
        try (var context = unrestricted(database)) {
            var http = Http.of(context);
            var other = new Thread(() -> http.post("migrations/core"));
            other.start();
            while (!http.get("migrations").body().startsWith("{\"status\":\"RUNNING\"")) {
                Thread.sleep(50);
            }
            var body = http.get("migrations").body();
            assertThat(body).contains("\"lock\":{\"pid\":").contains("001_a.up.sql");
            assertThat(http.post("migrations/core").status()).isEqualTo(409);
            other.join();
            assertThat(http.get("migrations").body()).startsWith("{\"status\":\"UP_TO_DATE\"");
        }
    }

    private ConfigurableApplicationContext unrestricted(TestDatabase database) {
        return application(database)
                .with("migrations.auto-migrate", false)
                .with("management.endpoint.migrations.access", "unrestricted")
                .run();
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files)
                .onDatabase(database.url())
                .with("management.endpoints.web.exposure.include", "migrations,health")
                .withServer();
    }
}
