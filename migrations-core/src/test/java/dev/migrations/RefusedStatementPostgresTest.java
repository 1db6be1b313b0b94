package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A statement that stands alone and is refused by the server was not cut off: it is not done, and leaves no mark. */
@ExtendWith(PostgresExtension.class)
class RefusedStatementPostgresTest {

    private static final String ROWS = "select version || ' ' || state from schema_migrations order by version";

    private final MigrationFiles files;

    RefusedStatementPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory)
                .with("001_t.up.sql", "create table t (a int, b int);\ncreate index ix on t (a);");
    }

    @Test
    void an_index_of_that_name_is_not_taken_for_the_one_to_build(TestDatabase database) {
        files.with("002_ix.up.sql", "create index concurrently ix on t (b);");
        for (var start = 1; start <= 3; start++) {
            assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("\"ix\" already exists");
            assertThat(database.query(ROWS)).containsExactly("1 applied");
        }
        files.with("002_ix.up.sql", "create index concurrently ix2 on t (b);");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_missing_index_is_not_taken_for_one_that_was_dropped(TestDatabase database) {
        files.with("002_drop.up.sql", "drop index concurrently nosuch;");
        for (var start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("\"nosuch\" does not exist");
        }
    }

    @Test
    void a_block_that_was_refused_can_be_corrected(TestDatabase database) {
        files.with("002_do.up.sql", "-- migrations: transaction=none\ndo $$ begin perform 1 / 0; end $$;");
        assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("division by zero");
        files.with("002_do.up.sql", "-- migrations: transaction=none\ndo $$ begin perform 1; end $$;");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void an_index_without_a_name_leaves_no_invalid_one(TestDatabase database) {
        files.migrator(database).up();
        database.execute("insert into t values (1, 1), (1, 2)");
        files.with("002_unique.up.sql", "create unique index concurrently on t (a);");
        assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("is duplicated");
        assertThat(database.query("select indisvalid from pg_index where indrelid = 't'::regclass"))
                .containsExactly("t");
        database.execute("delete from t where b = 2");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_rollback_that_was_refused_at_once_has_not_begun(TestDatabase database) {
        files.with("001_t.down.sql", "drop index concurrently nosuch;\ndrop table t;");
        files.migrator(database).up();
        for (var start = 1; start <= 2; start++) {
            assertThatThrownBy(() -> files.migrator(database).down(1)).hasMessageContaining("does not exist");
            assertThat(database.query(ROWS)).containsExactly("1 applied");
        }
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void an_interrupted_version_whose_file_is_gone_can_be_forgotten(TestDatabase database) {
        files.with("002_two.up.sql", "create table two ();\ncreate index concurrently ix on t (b);")
                .with("003_three.up.sql", "select 3;");
        assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("already exists");
        files.without("002_two.up.sql");
        assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("let `repair` forget version 2");
        files.migrator(database).repair();
        assertThat(files.migrator(database).up()).applied("3");
    }

    @Test
    void a_newer_releases_half_done_version_does_not_stop_an_older_one(TestDatabase database) {
        files.with("002_two.up.sql", "create table two ();\ncreate index concurrently ix on t (b);");
        assertThatThrownBy(() -> files.migrator(database).up()).hasMessageContaining("already exists");
        files.without("002_two.up.sql");
        assertThat(files.migrator(database).up()).didNothing();
    }
}
