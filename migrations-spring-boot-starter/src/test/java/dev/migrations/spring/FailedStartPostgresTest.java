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
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
@Timeout(60)
class FailedStartPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory);
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
    void an_asynchronous_multicaster_does_not_lose_the_failure(TestDatabase database) {
        files.with("001_a.up.sql", "create tabel a ();");
        failure(database, TestApplication.of(files, AsynchronousEvents.class));
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
}
