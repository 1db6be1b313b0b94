package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.spring.testing.Http;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.Background;
import dev.migrations.testing.Filling;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class BackfillsPostgresTest {

    private static final String STATE = "select state from schema_migrations_backfills";
    private static final String SESSIONS =
            "select pid from pg_stat_activity where application_name like 'migrations backfill%'";

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        Filling.of(directory, 1_000, 100);
        files = new MigrationFiles(directory).with("003_tighten.up.sql", """
                -- migrations: requires-backfill=2
                alter table users add constraint is_filled check (filled > 0);
                """);
    }

    @Test
    void they_run_beside_the_application_once_it_is_ready(TestDatabase database, CapturedOutput output) {
        try (var context = application(database)
                .with("logging.level.dev.migrations", "info")
                .with("migrations.backfill.window", "00:00-23:59")
                .run()) {
            Background.awaitUntil(() -> database.query(STATE).contains("completed"));
            Background.awaitUntil(() -> output.toString().contains("goes on"));
            assertThat(output)
                    .contains("003_tighten.up.sql waits for backfill 2")
                    .contains("backfill 2 goes through users by id")
                    .contains("backfill 2 is completed: 1000 rows, 1000 changed, 0 not done")
                    .contains("its backfills are done, and 1 migration is pending: the next start or `migrations up`");
            var meters = context.getBean(MeterRegistry.class);
            var tags = new String[] {"database", "dataSource", "version", "2"};
            assertThat(meters.get("migrations.backfill.rows.passed")
                            .tags(tags)
                            .gauge()
                            .value())
                    .isEqualTo(1_000);
            assertThat(meters.get("migrations.backfill.state")
                            .tags(tags)
                            .tag("state", "completed")
                            .gauge()
                            .value())
                    .isEqualTo(1);
            assertThat(meters.get("migrations.backfill.waiting")
                            .tags(tags)
                            .gauge()
                            .value())
                    .isZero();
        }
        assertThat(Filling.counts(database)).containsExactly("1: 1000");
        application(database).run().close();
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("3");
    }

    @Test
    void an_application_that_stops_leaves_the_rest_to_the_next_start(TestDatabase database) {
        var slow = new MigrationFiles(directory.resolve("slow"));
        Filling.of(slow.root(), 1_000, 10);
        slow.with("003_slow.up.sql", """
                create function slow() returns trigger language plpgsql as
                $$ begin perform pg_sleep(0.002); return new; end $$;
                create trigger slow before update on users for each row execute function slow();
                """);
        var application = TestApplication.of(slow).onDatabase(database.url());
        try (var context = application.run()) {
            Background.awaitUntil(() -> Filling.passed(database) > 0);
        }
        assertThat(database.query(SESSIONS)).isEmpty();
        assertThat(database.query("select state || ' ' || coalesce(lease_until::text, 'free')"
                        + " from schema_migrations_backfills"))
                .containsExactly("open free");
        database.execute("drop trigger slow on users");
        try (var context = application.run()) {
            Background.awaitUntil(() -> database.query(STATE).contains("completed"));
        }
        assertThat(Filling.counts(database)).containsExactly("1: 1000");
    }

    @Test
    void they_run_with_up_where_the_start_shall_wait(TestDatabase database) {
        try (var context =
                application(database).with("migrations.backfill.run", "with-up").run()) {
            assertThat(Filling.counts(database)).containsExactly("1: 1000");
            assertThat(database.query("select max(version) from schema_migrations"))
                    .containsExactly("3");
            assertThat(context.getBeansOfType(BackgroundBackfills.class)).isEmpty();
        }
    }

    @Test
    void nobody_runs_them_where_a_command_shall(TestDatabase database) {
        try (var context =
                application(database).with("migrations.backfill.run", "manual").run()) {
            assertThat(context.getBeansOfType(BackgroundBackfills.class)).isEmpty();
        }
        assertThat(database.query(STATE)).containsExactly("open");
    }

    @Test
    void a_folder_without_backfills_gets_no_thread(TestDatabase database) {
        var plain = new MigrationFiles(directory.resolve("plain")).with("001_a.up.sql", "create table a ();");
        try (var context = TestApplication.of(plain).onDatabase(database.url()).run()) {
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("migrations-backfill plain"));
        }
    }

    @Test
    void the_endpoint_shows_how_far_they_are_and_nothing_of_the_rows(TestDatabase database) {
        application(database).with("migrations.backfill.run", "manual").run().close();
        database.execute("alter table users add constraint odd check (filled = 0 or id <> 7)");
        try (var context = application(database)
                .withServer()
                .with("management.endpoints.web.exposure.include", "migrations")
                .run()) {
            Background.awaitUntil(() -> database.query(STATE).contains("failed"));
            var body = Http.of(context).get("migrations").body();
            assertThat(body)
                    .contains("\"waitsFor\":[\"2\"]")
                    .contains(
                            "\"backfills\":[{\"version\":\"2\",\"table\":\"users\",\"key\":[\"id\"],\"state\":\"FAILED\"")
                    .contains("\"rowsPassed\":1000")
                    .contains("\"failedRows\":1")
                    .doesNotContain("violates", "Failing row", "id = 7");
        }
    }

    @Test
    void a_window_that_is_none_stops_the_start(TestDatabase database) {
        assertThatThrownBy(() -> application(database)
                        .with("migrations.backfill.window", "at night")
                        .run())
                .hasStackTraceContaining("migrations.backfill.window: a window is two times of the day and a zone");
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files).onDatabase(database.url());
    }
}
