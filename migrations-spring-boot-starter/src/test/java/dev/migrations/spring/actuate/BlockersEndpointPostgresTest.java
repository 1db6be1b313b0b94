package dev.migrations.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.Background;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class BlockersEndpointPostgresTest {

    private final MigrationFiles files;

    BlockersEndpointPostgresTest(@TempDir Path directory) {
        files = new MigrationFiles(directory)
                .with("core/migration.yaml", "lock-timeout: 0")
                .with("core/001_a.up.sql", "create table a (name text);");
    }

    @Test
    void those_in_the_way_are_shown_while_they_are_and_without_their_literals(TestDatabase database) {
        try (var context = application(database)
                        .with("management.endpoint.migrations.access", "unrestricted")
                        .run();
                var reader = OpenTransaction.in(
                        database, "set application_name = 'shop'", "select * from a where name = 'geheim' -- geheim")) {
            files.with("core/002_b.up.sql", "alter table a add x int;");
            var http = Http.of(context);
            var pid = reader.pid();
            try (var run = Background.run(
                    () -> assertThat(http.post("migrations/core").status()).isEqualTo(200))) {
                Background.awaitUntil(() -> http.get("migrations/core").body().contains("\"blockers\":[{"));
                assertThat(http.get("migrations/core").body())
                        .contains("\"pid\":" + pid + ",\"user\":\"postgres\",\"application\":\"shop\"")
                        .contains("\"state\":\"idle in transaction\"")
                        .contains("\"query\":\"select * from a where name = ?\"")
                        .contains("\"lockMode\":\"AccessShareLock\",\"relation\":\"a\"")
                        .contains("\"remedy\":\"select pg_terminate_backend(" + pid + ");\"")
                        .doesNotContain("geheim");
                reader.close();
            }
            assertThat(http.get("migrations/core").body()).contains("\"blockers\":[]");
        }
    }

    @Test
    void those_in_the_way_of_another_process_are_shown_too(TestDatabase database, @TempDir Path elsewhere) {
        try (var context = application(database).run();
                var reader = OpenTransaction.in(database, "select * from a where name = 'geheim'")) {
            var other = dev.migrations.testing.MigrationFiles.in(elsewhere)
                    .with("001_a.up.sql", "create table a (name text);")
                    .with("002_b.up.sql", "-- migrations: lock-timeout=0\nalter table a add x int;");
            var http = Http.of(context);
            try (var run = Background.run(() -> other.migrator(database).up())) {
                Background.awaitUntil(() -> http.get("migrations/core").body().contains("\"blockers\":[{"));
                assertThat(http.get("migrations/core").body())
                        .contains("\"blockers\":[{\"pid\":" + reader.pid())
                        .contains("\"query\":\"select * from a where name = ?\"")
                        .doesNotContain("geheim");
                reader.close();
            }
        }
    }

    @Test
    void a_property_lets_idle_ones_be_ended_at_a_start(TestDatabase database) {
        database.execute("create table a (name text)");
        files.with("core/001_a.up.sql", "alter table a add x int;");
        try (var reader = OpenTransaction.in(database, "select from a");
                var context = application(database)
                        .with("migrations.lock.cancel-blockers", "idle-in-transaction")
                        .run()) {
            assertThat(Http.of(context).get("migrations").body()).startsWith("{\"status\":\"UP_TO_DATE\"");
        }
    }

    @Test
    void a_property_is_the_budget_of_a_folder_that_says_none(TestDatabase database) {
        database.execute("create table a (name text)");
        files.with("core/migration.yaml", "lock-timeout: 20ms").with("core/001_a.up.sql", "alter table a add x int;");
        try (var reader = OpenTransaction.in(database, "select from a");
                var context = application(database)
                        .with("migrations.lock.retry-budget", "0s")
                        .with("migrations.fail-startup", false)
                        .run()) {
            assertThat(Http.of(context).get("migrations").body())
                    .contains("\"lastError\":{\"code\":\"lock-timeout\",\"message\":\"SQLSTATE 55P03\"");
        }
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files)
                .onDatabase(database.url())
                .with("management.endpoints.web.exposure.include", "migrations")
                .withServer();
    }
}
