package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.Background;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class DriftWatchPostgresTest {

    @TempDir
    Path directory;

    @Test
    void a_change_by_hand_is_told_in_log_health_and_endpoint_and_makes_nobody_unwell(
            TestDatabase database, CapturedOutput output) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "create table a ();");
        try (var context = application(files, database)
                .with("migrations.drift.check-every", "1s")
                .run()) {
            var http = Http.of(context);
            Background.awaitUntil(() -> endpoint(http).contains("\"result\":\"unchanged\""));
            assertThat(http.get("health/migrations").body()).contains("nothing has changed");

            database.execute("alter table a add by_hand text");

            Background.awaitUntil(() -> endpoint(http).contains("\"result\":\"changed\""));
            assertThat(endpoint(http))
                    .contains("{\"kind\":\"column\",\"schema\":\"public\",\"from\":0,\"to\":1}")
                    .contains("\"status\":\"UP_TO_DATE\"");
            assertThat(http.get("health/migrations").body()).contains("\"UP\"", "something has changed");
            assertThat(output).containsOnlyOnce("column in public: 0 -> 1").contains("`migrations drift` shows what");

            database.execute("alter table a drop by_hand");

            Background.awaitUntil(() -> endpoint(http).contains("\"result\":\"unchanged\""));
            assertThat(output).contains("again what the latest run has left");
        }
    }

    @Test
    void without_a_fingerprint_it_says_how_to_have_one(TestDatabase database, CapturedOutput output) {
        var files = new MigrationFiles(directory)
                .with("migration.yaml", "fingerprint: false")
                .with("001_a.up.sql", "create table a ();");
        try (var context = application(files, database)
                .with("migrations.drift.check-every", "1h")
                .run()) {
            assertThat(context.isRunning()).isTrue();
            Background.awaitUntil(
                    () -> output.toString().contains("`migrations drift --remember` keeps a fingerprint"));
        }
    }

    @Test
    void nobody_looks_unless_told_to(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "create table a ();");
        try (var context = application(files, database).run()) {
            assertThat(context.getBeanNamesForType(DriftWatch.class)).isEmpty();
            assertThat(endpoint(Http.of(context))).contains("\"drift\":null");
        }
    }

    @Test
    void an_interval_that_would_keep_the_database_busy_is_refused(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "create table a ();");
        assertThatThrownBy(() -> application(files, database)
                        .with("migrations.drift.check-every", "10ms")
                        .run())
                .rootCause()
                .hasMessageContaining("migrations.drift.check-every is below 1s");
    }

    private static TestApplication application(MigrationFiles files, TestDatabase database) {
        return TestApplication.of(files)
                .onDatabase(database.url())
                .with("logging.level.dev.migrations", "info")
                .with("management.endpoint.health.show-details", "always")
                .with("management.endpoints.web.exposure.include", "health,migrations")
                .withServer();
    }

    private static String endpoint(Http http) {
        return http.get("migrations").body();
    }
}
