package dev.migrations.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@ExtendWith(PostgresExtension.class)
class MigrationsHealthPostgresTest {

    @TempDir
    Path directory;

    @Test
    void is_out_of_service_until_the_run_is_done_and_then_up(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "select 1;");
        try (var context =
                application(files, database, LooksBefore.class).withServer().run()) {
            assertThat(context.getBean(LooksBefore.class).seen).containsExactly("OUT_OF_SERVICE");
            var answer = Http.of(context).get("health/migrations");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"", "1 applied");
        }
    }

    @Test
    void a_group_finds_it_where_migrations_are_not_enabled(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "create table a ();");
        try (var context = application(files, database)
                .with("migrations.enabled", false)
                .with("management.endpoint.health.group.readiness.include", "readinessState,migrations")
                .withServer()
                .run()) {
            assertThat(Http.of(context).get("health/readiness").status()).isEqualTo(200);
            assertThat(Http.of(context).get("health/migrations").body()).contains("\"enabled\":false");
        }
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void is_down_after_a_failure_and_says_its_code_only(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "select 'geheim'::int;");
        try (var context = application(files, database)
                .with("migrations.fail-startup", false)
                .withServer()
                .run()) {
            var answer = Http.of(context).get("health/migrations");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .contains("\"status\":\"DOWN\"", "\"problems\":[\"statement-failed\"]")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void is_up_again_once_a_post_has_done_what_the_start_could_not(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "select 'geheim'::int;");
        try (var context = application(files, database)
                .with("migrations.fail-startup", false)
                .with("management.endpoints.web.exposure.include", "health,migrations")
                .with("management.endpoint.migrations.access", "unrestricted")
                .withServer()
                .run()) {
            var http = Http.of(context);
            files.with("001_a.up.sql", "select 1;").with("002_b.up.sql", "select 2;");
            var folder = directory.getFileName();
            assertThat(http.post("migrations/" + folder).status()).isEqualTo(200);
            assertThat(http.get("health/migrations").body()).contains("\"status\":\"UP\"", "2 applied");
        }
    }

    @Test
    void is_there_without_the_endpoint(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "select 1;");
        try (var context = application(files, database).run()) {
            assertThat(context.getBeanNamesForType(MigrationsEndpoint.class)).isEmpty();
            assertThat(context.getBean("migrationsHealthIndicator", HealthIndicator.class)
                            .health())
                    .satisfies(health -> assertThat(health).extracting("status").isEqualTo(Status.UP));
        }
    }

    private static TestApplication application(MigrationFiles files, TestDatabase database, Class<?>... sources) {
        return TestApplication.of(files, sources)
                .onDatabase(database.url())
                .with("management.endpoint.health.show-details", "always");
    }

    @Configuration(proxyBeanMethods = false)
    static class LooksBefore {

        final List<String> seen = new ArrayList<>();

        @EventListener
        void look(ApplicationStartedEvent event) {
            var health = event.getApplicationContext()
                    .getBean("migrationsHealthIndicator", HealthIndicator.class)
                    .health();
            seen.add(String.valueOf(health == null ? null : health.getStatus().getCode()));
        }
    }
}
