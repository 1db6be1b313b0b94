package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** What the lint rules do to a start. */
@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class LintedStartPostgresTest {

    private static final String RULE = "adding-not-nullable-field";

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void a_table_in_use(TestDatabase database) {
        files = new MigrationFiles(directory).with("001_users.up.sql", "create table users (id bigint, email text);");
        application(database).run().close();
        database.execute("insert into users select n, n from generate_series(1, 1000) n", "analyze users");
        files.with("002_email.up.sql", "alter table users alter column email set not null;");
    }

    @Test
    void it_is_warned_and_goes_on(TestDatabase database, CapturedOutput output) {
        application(database).run().close();
        assertThat(output).contains("lint: " + RULE + ": 002_email.up.sql:1:19").contains("not valid;");
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("2");
    }

    @Test
    void it_is_refused_where_that_is_wished(TestDatabase database) {
        assertThatThrownBy(() ->
                        application(database).with("migrations.lint", "fail").run())
                .isInstanceOf(ApplicationNotMigratedException.class)
                .hasMessageContaining("002_email.up.sql:1:19");
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("1");
    }

    @Test
    void nobody_looks_where_that_is_wished(TestDatabase database, CapturedOutput output) {
        application(database).with("migrations.lint", "off").run().close();
        assertThat(output).doesNotContain(RULE);
    }

    private TestApplication application(TestDatabase database) {
        return TestApplication.of(files).onDatabase(database.url());
    }
}
