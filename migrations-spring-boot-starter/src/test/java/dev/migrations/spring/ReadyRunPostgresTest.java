package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.MigrationReport;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.Problem;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
@Timeout(60)
class ReadyRunPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory);
    }

    @Test
    void a_pool_of_one_connection_that_is_in_use_does_not_hang(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);")
                .with("002_b.up.sql", "create index concurrently ai on a (id);");
        var application = TestApplication.of(files, HoldsTheOnlyConnection.class)
                .onDatabase(database.url())
                .with("spring.datasource.hikari.maximum-pool-size", 1);
        try (var context = application.run()) {
            assertThat(context.isActive()).isTrue();
            assertThat(database.query("select version from schema_migrations order by 1"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void the_log_has_a_line_for_each_migration_each_folder_and_all(TestDatabase database, CapturedOutput output) {
        files.with("01_core/migration.yaml", "")
                .with("01_core/001_a.up.sql", "do $$ begin raise warning 'mind the gap'; end $$;")
                .with("02_ledger/migration.yaml", "enabled: false\nschema-table: ledger_migrations")
                .with("02_ledger/001_b.up.sql", "create table b ();");
        run(database, TestApplication.of(files).with("logging.level.dev.migrations", "info"));
        assertThat(output)
                .containsPattern("01_core on dataSource: applied 001_a.up.sql in \\d+ ms")
                .contains("the server warns: mind the gap")
                .containsPattern("01_core on dataSource: 1 succeeded, 0 failed, 0 skipped in \\d+ ms")
                .contains("02_ledger: skipped, as its migration.yaml says `enabled: false`")
                .containsPattern("All folders: 1 succeeded, 0 failed, 1 skipped in \\d+ ms; migrations applied: 1");
        assertThat(database.hasTable("b")).isFalse();
    }

    @Test
    void a_failure_ends_the_start_with_its_exit_code_and_says_what_was_kept(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);").with("002_b.up.sql", "create tabel b (id int);");
        var failure = failure(database, TestApplication.of(files));
        assertThat(failure).isInstanceOf(ExitCodeGenerator.class);
        assertThat(failure.getExitCode()).isEqualTo(ExitCode.FAILED.value());
        assertThat(failure.reports()).singleElement().satisfies(report -> {
            assertThat(report.executedFiles()).containsExactly("001_a.up.sql");
            assertThat(report.errors()).extracting(Problem::code).containsExactly("statement-failed");
        });
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void after_a_failure_the_other_folders_do_not_run(TestDatabase database) {
        threeFoldersOfWhichTheSecondFails();
        failure(database, TestApplication.of(files));
        assertThat(database.hasTable("a")).isTrue();
        assertThat(database.hasTable("c")).isFalse();
    }

    @Test
    void the_other_folders_run_where_they_are_told_to_and_then_the_start_fails(TestDatabase database) {
        threeFoldersOfWhichTheSecondFails();
        var failure = failure(database, TestApplication.of(files).with("migrations.on-failure", "continue"));
        assertThat(database.hasTable("c")).isTrue();
        assertThat(failure.reports())
                .extracting(MigrationReport::folder, MigrationReport::success)
                .containsExactly(tuple("01_a", true), tuple("02_b", false), tuple("03_c", true));
    }

    @Test
    void a_failure_that_may_be_survived_is_logged_once(TestDatabase database, CapturedOutput output) {
        files.with("001_a.up.sql", "create tabel a ();");
        run(database, TestApplication.of(files).with("migrations.fail-startup", false));
        assertThat(output).contains("The application goes on", "001_a.up.sql:1:8", "Hint:");
        assertThat(output.getAll().split("syntax error", -1)).hasSize(2);
    }

    @Test
    void every_kind_of_failure_has_an_exit_code_that_is_not_zero(TestDatabase database) {
        var nowhere = TestApplication.of(files).onDatabase("jdbc:postgresql://localhost:1/nowhere");
        files.with("001_a.up.sql", "select 1;");
        assertThat(catchThrowableOfType(ApplicationNotMigratedException.class, nowhere::run)
                        .exitCode())
                .isEqualTo(ExitCode.UNREACHABLE);
        var gone = TestApplication.of(new MigrationFiles(directory.resolve("gone")));
        assertThat(failure(database, gone).exitCode()).isEqualTo(ExitCode.REFUSED);
        files.with("migration.yaml", "dbpool-name: other");
        assertThat(failure(database, TestApplication.of(files)).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void what_nobody_foresaw_ends_the_process_too(TestDatabase database) {
        files.with("001_a.up.sql", "select 1;");
        var failure = failure(
                database, TestApplication.of(files, BrokenRouter.class).with("management.health.db.enabled", false));
        assertThat(failure.getExitCode()).isEqualTo(ExitCode.FAILED.value());
        assertThat(failure).hasRootCauseMessage("no targets today");
    }

    @Test
    void the_event_tells_what_was_done(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        try (var context =
                TestApplication.of(files, Ears.class).onDatabase(database.url()).run()) {
            assertThat(context.getBean(Ears.class).heard)
                    .singleElement()
                    .satisfies(event -> assertThat(event.success()).isTrue())
                    .satisfies(event -> assertThat(event.reports())
                            .flatExtracting(MigrationReport::executedFiles)
                            .containsExactly("001_a.up.sql"));
        }
    }

    @Test
    void an_asynchronous_multicaster_does_not_lose_the_failure(TestDatabase database) {
        files.with("001_a.up.sql", "create tabel a ();");
        failure(database, TestApplication.of(files, AsynchronousEvents.class));
    }

    @Test
    void the_event_of_a_child_context_runs_nothing_in_its_parent(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        try (var parent = TestApplication.of(files, Ears.class)
                        .onDatabase(database.url())
                        .run();
                var child = new SpringApplicationBuilder(Nothing.class)
                        .parent(parent)
                        .web(WebApplicationType.NONE)
                        .run()) {
            assertThat(child.isActive()).isTrue();
            assertThat(parent.getBean(Ears.class).heard).hasSize(1);
        }
    }

    @Test
    void nothing_is_there_where_it_is_not_enabled(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        run(database, TestApplication.of(files).with("migrations.enabled", false));
        assertThat(database.hasTable("a")).isFalse();
    }

    private void threeFoldersOfWhichTheSecondFails() {
        files.with("01_a/migration.yaml", "schema-table: a_migrations")
                .with("01_a/001_a.up.sql", "create table a ();")
                .with("02_b/migration.yaml", "schema-table: b_migrations")
                .with("02_b/001_b.up.sql", "create tabel b ();")
                .with("03_c/migration.yaml", "schema-table: c_migrations")
                .with("03_c/001_c.up.sql", "create table c ();");
    }

    private static void run(TestDatabase database, TestApplication application) {
        application.onDatabase(database.url()).run().close();
    }

    private static ApplicationNotMigratedException failure(TestDatabase database, TestApplication application) {
        var thrown = catchThrowable(
                () -> application.onDatabase(database.url()).run().close());
        assertThat(thrown).isInstanceOf(ApplicationNotMigratedException.class);
        return (ApplicationNotMigratedException) thrown;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Configuration(proxyBeanMethods = false)
    static class Ears {

        final List<MigrationsCompletedEvent> heard = new ArrayList<>();

        @EventListener
        void hear(MigrationsCompletedEvent event) {
            heard.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class AsynchronousEvents {

        @Bean
        SimpleApplicationEventMulticaster applicationEventMulticaster() {
            var multicaster = new SimpleApplicationEventMulticaster();
            multicaster.setTaskExecutor(new SimpleAsyncTaskExecutor());
            return multicaster;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BrokenRouter {

        @Bean(defaultCandidate = false)
        DataSource broken(DataSource dataSource) {
            var router = new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    return "here";
                }

                @Override
                public Map<Object, DataSource> getResolvedDataSources() {
                    throw new IllegalStateException("no targets today");
                }
            };
            router.setTargetDataSources(Map.of("here", dataSource));
            return router;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HoldsTheOnlyConnection {

        @Bean
        DisposableBean holder(DataSource dataSource) throws SQLException {
            var held = dataSource.getConnection();
            return held::close;
        }
    }
}
