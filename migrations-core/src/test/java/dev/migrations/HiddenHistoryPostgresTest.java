package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.HistoryTableException;
import dev.migrations.problem.ExitCode;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A schema in front of the one that holds the history must not make everything run a second time. */
@ExtendWith(PostgresExtension.class)
class HiddenHistoryPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files;

    @BeforeEach
    void a_history_in_public(TestDatabase database) {
        files = MigrationFiles.in(directory).with("001_a.up.sql", "create table public.a ();");
        files.migrator(database).up();
        database.execute("create schema front");
    }

    @Test
    void it_is_refused_by_every_command_and_the_hint_helps(TestDatabase database) {
        var behind = on(database, "front,public");
        assertThatThrownBy(behind::up)
                .isInstanceOf(HistoryTableException.class)
                .hasMessageContaining("`schema-table: public.schema_migrations`")
                .extracting(failure -> ((HistoryTableException) failure).exitCode())
                .isEqualTo(ExitCode.REFUSED);
        assertThatThrownBy(behind::status).isInstanceOf(HistoryTableException.class);
        assertThat(database.query("select to_regclass('front.schema_migrations') is null"))
                .containsExactly("t");

        files.with("migration.yaml", "schema-table: public.schema_migrations");
        assertThat(on(database, "front,public").up().results()).isEmpty();
    }

    @Test
    void another_history_may_begin_where_it_is_named(TestDatabase database) {
        files.with("migration.yaml", "schema-table: front.schema_migrations")
                .with("001_a.up.sql", "create table front.a ();");
        assertThat(on(database, "front,public").up().results()).hasSize(1);
    }

    @Test
    void a_history_off_the_search_path_is_not_in_the_way(TestDatabase database) {
        files.with("001_a.up.sql", "create table front.a ();");
        assertThat(on(database, "front").up().results()).hasSize(1);
    }

    @Test
    void another_tool_s_table_further_on_is_not_in_the_way(TestDatabase database) {
        database.execute("drop table schema_migrations", "create table public.schema_migrations (version text)");
        files.with("001_a.up.sql", "create table front.a ();");
        assertThat(on(database, "front,public").up().results()).hasSize(1);
    }

    private Migrator on(TestDatabase database, String searchPath) {
        var url = database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=" + searchPath;
        return files.migrator(ConnectionSource.of(url, null, null));
    }
}
