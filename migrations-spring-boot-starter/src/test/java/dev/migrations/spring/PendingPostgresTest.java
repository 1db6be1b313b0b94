package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.problem.ExitCode;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that applies nothing by itself. */
@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class PendingPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory)
                .with("core/migration.yaml", "")
                .with("core/001_a.up.sql", "create table a ();")
                .with("core/R_b.sql", "create or replace view b as select 1;");
    }

    @Test
    void what_is_pending_is_a_warning(TestDatabase database, CapturedOutput output) {
        application(database).run().close();
        assertThat(output).contains("2 migrations of core are pending on dataSource: 001_a.up.sql, R_b.sql");
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void nothing_is_asked_where_pending_migrations_are_ignored(CapturedOutput output) {
        TestApplication.of(files)
                .onDatabase("jdbc:postgresql://localhost:1/nowhere")
                .with("migrations.auto-migrate", false)
                .with("migrations.on-pending", "ignore")
                .run()
                .close();
        assertThat(output).doesNotContain("Not up to date");
    }

    @Test
    void what_is_pending_ends_the_start_where_it_is_told_to(TestDatabase database) {
        var application = application(database).with("migrations.on-pending", "fail");
        var failure = catchThrowableOfType(
                ApplicationNotMigratedException.class, () -> application.run().close());
        assertThat(failure.exitCode()).isEqualTo(ExitCode.PENDING);
        assertThat(database.hasTable("schema_migrations")).isFalse();
    }

    @Test
    void with_nothing_pending_it_starts(TestDatabase database) {
        TestApplication.of(files).onDatabase(database.url()).run().close();
        application(database).with("migrations.on-pending", "fail").run().close();
    }

    @Test
    void the_right_to_read_is_enough(TestDatabase database, CapturedOutput output) {
        TestApplication.of(files).onDatabase(database.url()).run().close();
        files.with("core/002_c.up.sql", "create table c ();");
        database.execute(
                "create role reader_of_" + database.name() + " login",
                "grant select on schema_migrations, schema_migrations_repeatables to reader_of_" + database.name());
        application(database)
                .onDatabase(database.url().replaceFirst("user=[^&]*", "user=reader_of_" + database.name()))
                .run()
                .close();
        assertThat(output).contains("1 migration of core is pending on dataSource: 002_c.up.sql");
        database.execute("drop owned by reader_of_" + database.name(), "drop role reader_of_" + database.name());
    }

    @Test
    void a_changed_script_is_told_with_the_rest(TestDatabase database, CapturedOutput output) {
        TestApplication.of(files).onDatabase(database.url()).run().close();
        files.with("core/001_a.up.sql", "create table a (more int);");
        application(database).run().close();
        assertThat(output).contains("Not up to date: ", "001_a.up.sql");
        var strict = application(database).with("migrations.on-pending", "fail");
        assertThat(catchThrowableOfType(ApplicationNotMigratedException.class, strict::run)
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files).onDatabase(database.url()).with("migrations.auto-migrate", false);
    }
}
