package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.MigrationResult.Action;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a script sets for its session holds to its end, as under psql, however many transactions it takes. */
@ExtendWith(PostgresExtension.class)
class ScriptSettingsPostgresTest {

    private static final String PLACES =
            "select schemaname || '.' || tablename from pg_tables where tablename in ('t', 'u') order by 1";

    private final MigrationFiles files;

    ScriptSettingsPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void another_schema(TestDatabase database) {
        database.execute("create schema app", "create table public.t (id int)");
    }

    @Test
    void they_hold_behind_a_statement_that_stands_alone(TestDatabase database) {
        files.with("001_t.up.sql", """
                        set search_path = app;
                        create table t (id int);
                        create index concurrently ti on t (id);
                        create table u (id int);
                        """).with("002_v.up.sql", "create table v (id int);");
        assertThat(files.migrator(database).up()).applied("1", "2");
        assertThat(database.query(PLACES)).containsExactly("app.t", "app.u", "public.t");
        assertThat(database.query("select indrelid::regclass from pg_index where indexrelid = 'app.ti'::regclass"))
                .containsExactly("app.t");
        assertThat(database.hasTable("public.v")).isTrue();
    }

    @Test
    void they_hold_where_each_statement_is_its_own_transaction(TestDatabase database) {
        files.with("001_t.up.sql", """
                -- migrations: transaction=none
                set search_path = app;
                create table t (id int);
                set search_path = public;
                create table u (id int);
                """);
        assertThat(files.migrator(database).up()).applied("1");
        assertThat(database.query(PLACES)).containsExactly("app.t", "public.t", "public.u");
    }

    @Test
    void they_hold_when_the_script_is_resumed(TestDatabase database) {
        var begin = "set search_path = app;\ncreate table t (id int);\ncreate index concurrently ti on t (id);\n";
        files.with("001_t.up.sql", begin + "create table u (id nothing);");
        assertThatThrownBy(() -> files.migrator(database).up()).isInstanceOf(MigrationFailedException.class);
        files.with("001_t.up.sql", begin + "create table u (id int);");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "1");
        assertThat(database.query(PLACES)).containsExactly("app.t", "app.u", "public.t");
    }

    @Test
    void what_is_set_for_one_transaction_ends_with_it(TestDatabase database) {
        files.with("001_t.up.sql", """
                set local search_path = app;
                create table t (id int);
                vacuum public.t;
                create table u (id int);
                """);
        assertThat(files.migrator(database).up()).applied("1");
        assertThat(database.query(PLACES)).containsExactly("app.t", "public.t", "public.u");
    }
}
