package dev.migrations.spring.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
@Timeout(60)
class CommandModePostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory)
                .with("01_core/migration.yaml", "schema-table: core_migrations")
                .with("01_core/001_a.up.sql", "create table a ();")
                .with("01_core/001_a.down.sql", "drop table a;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application-ready", "startup"})
    void status_is_all_there_is_on_standard_output_and_changes_nothing(
            String runAt, TestDatabase database, CapturedOutput output) {
        var application = shop(database).with("migrations.run-at", runAt).with("logging.level.root", "debug");
        assertThat(exitCode(application, "migrations", "status")).isZero();
        assertThat(output.getOut()).isEqualTo("01_core on dataSource\n  • 001  a  pending\n1 pending\n");
        assertThat(output.getErr()).isEmpty();
        assertThat(database.hasTable("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrations.auto-migrate", "migrations.enabled"})
    void up_is_explicit_and_applies_what_a_start_would_not(String property, TestDatabase database) {
        assertThat(exitCode(shop(database).with(property, false), "migrations", "up"))
                .isZero();
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void down_and_goto_work_on_the_applications_own_database(TestDatabase database) {
        var application = shop(database);
        assertThat(exitCode(application, "migrations", "goto", "1")).isZero();
        assertThat(exitCode(application, "migrations", "down", "--yes")).isZero();
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void no_runner_no_listener_no_server_and_no_further_than_the_command(TestDatabase database, CapturedOutput output) {
        var ended = ended(shop(database, Loud.class).withServer(), "migrations", "up");
        assertThat(ended.context().isActive()).isFalse();
        assertThat(ended.context()).isExactlyInstanceOf(AnnotationConfigApplicationContext.class);
        assertThat(output).doesNotContain("runs", "hears", "Tomcat").contains("applied 001_a.up.sql");
    }

    @Test
    void without_a_command_the_application_starts_as_ever(TestDatabase database, CapturedOutput output) {
        shop(database, Loud.class).run("import", "migrations").close();
        assertThat(output.getOut()).contains("the runner runs", "the listener hears");
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void exit_codes_are_those_of_the_command_line(TestDatabase database, CapturedOutput output) {
        assertThat(exitCode(shop(database), "migrations", "stauts")).isEqualTo(2);
        assertThat(exitCode(shop(database), "migrations", "status", "--exit-code"))
                .isEqualTo(3);
        assertThat(exitCode(shop(database), "migrations", "up", "--url", "postgres://elsewhere/db"))
                .isEqualTo(2);
        files.with("01_core/002_b.up.sql", "create tabel b ();");
        assertThat(exitCode(shop(database), "migrations", "up")).isEqualTo(1);
        assertThat(output.getErr()).contains("002_b.up.sql:1:8").doesNotContain("APPLICATION FAILED TO START");
        assertThat(output.getErr().split("syntax error|Syntax error", -1)).hasSize(2);
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void a_folder_that_is_not_enabled_runs_when_it_is_named(TestDatabase database, CapturedOutput output) {
        files.with("02_ledger/migration.yaml", "enabled: false\nschema-table: ledger_migrations")
                .with("02_ledger/001_b.up.sql", "create table b ();");
        assertThat(exitCode(shop(database), "migrations", "up")).isZero();
        assertThat(database.hasTable("b")).isFalse();
        assertThat(exitCode(shop(database), "migrations", "up", "--folder", "02_ledger"))
                .isZero();
        assertThat(database.hasTable("b")).isTrue();
        files.with("02_ledger/migration.yaml", "enabled: false\ndbpool-name: nowhere");
        assertThat(exitCode(shop(database), "migrations", "up", "--folder", "02_ledger"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("dbpool-name \"nowhere\" names no database");
    }

    @Test
    void with_verbose_the_application_logs_beside_the_answer(TestDatabase database, CapturedOutput output) {
        var application = shop(database).with("logging.level.org.springframework.boot", "debug");
        assertThat(exitCode(application, "migrations", "status", "--verbose")).isZero();
        assertThat(output.getOut()).isEqualTo("01_core on dataSource\n  • 001  a  pending\n1 pending\n");
        assertThat(output.getErr()).contains("DEBUG");
    }

    @Test
    void a_start_that_fails_is_analyzed_as_ever(TestDatabase database, CapturedOutput output) {
        var application = shop(database).with("migrations.location", "");
        var thrown = catchThrowable(() -> application.run("migrations", "status"));
        assertThat(thrown).isNotNull().isNotInstanceOf(TestExit.Ended.class);
        assertThat(output.getErr()).contains("APPLICATION FAILED TO START", "migrations.location is empty");
        assertThat(output.getOut()).isEmpty();
    }

    @Test
    void a_data_source_that_cannot_be_made_is_analyzed_as_ever(CapturedOutput output) {
        var application = TestApplication.of(files, TestExit.class)
                .with("spring.autoconfigure.exclude", DataSourcePoolMetricsAutoConfiguration.class.getName());
        var thrown = catchThrowable(() -> application.run("migrations", "status"));
        assertThat(thrown).isInstanceOfSatisfying(ExitCodeGenerator.class, failure -> assertThat(failure.getExitCode())
                .isEqualTo(1));
        assertThat(output.getErr()).contains("APPLICATION FAILED TO START", "'url' attribute is not specified");
    }

    private TestApplication shop(TestDatabase database, Class<?>... sources) {
        var all = Arrays.copyOf(sources, sources.length + 1);
        all[sources.length] = TestExit.class;
        return TestApplication.of(files, all).onDatabase(database.url());
    }

    private static int exitCode(TestApplication application, String... words) {
        return ended(application, words).code();
    }

    private static TestExit.Ended ended(TestApplication application, String... words) {
        var thrown = catchThrowable(() -> application.run(words));
        assertThat(thrown).isInstanceOf(TestExit.Ended.class);
        return (TestExit.Ended) thrown;
    }
}
