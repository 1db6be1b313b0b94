package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.plan.PlanRefusedException;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.Psql;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two databases: one is migrated, the other gets what {@code plan --sql} says, from psql. */
@ExtendWith(PostgresExtension.class)
class PlanSqlPostgresTest {

    private static final List<String> WHAT_TO_COMPARE = List.of(
            """
            select version || '|' || description || '|' || script || '|' || checksum || '|' || state || '|' || applied_by
                   || '|' || segments_done || '|' || segment_checksums::text || '|' || coalesce(down_script, '-')
                   || '|' || tool_version || '|' || format
            from schema_migrations order by version""",
            "select description || '|' || script || '|' || checksum from schema_migrations_repeatables order by 1",
            """
            select concat_ws('|', c.relname, c.relkind, c.relnamespace::regnamespace, a.attname,
                             format_type(a.atttypid, a.atttypmod))
            from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where c.relnamespace::regnamespace::text in ('public', 'app') order by 1""",
            "select indexrelid::regclass || '|' || indisvalid from pg_index where indrelid::regclass::text !~ '^pg_' order by 1",
            "select proname || '|' || pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace");

    private final MigrationFiles files;

    PlanSqlPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory.resolve("migrations"));
    }

    @BeforeEach
    void all_that_a_script_can_have() {
        files.with("001_plain.up.sql", """
                        create table notes (id int generated always as identity, note text, at timestamptz, zone text);
                        insert into notes (note, at, zone)
                        values ('it''s "a" \\ back; slash :name', '2026-03-02 12:00', current_setting('timezone')); -- tail
                        """)
                .with("001_plain.down.sql", "drop table notes; -- it's 'a' back\\slash\n")
                .with("002_mixed.up.sql", """
                        create schema app;
                        set search_path = app;
                        create table users (id int, email text);
                        create index concurrently users_email on users (email);
                        create table after_the_index (id int)
                        """)
                .with("002_mixed.down.sql", "drop schema app cascade;")
                .with("003_copied.up.sql", """
                        create table copied (id int, name text);
                        copy copied (id, name) from stdin;
                        1\tÄpfel; 'quoted' \\\\ back
                        2\t:name
                        \\.
                        begin isolation level serializable;
                        create function twice(n int) returns int language sql begin atomic select n * 2; end;
                        create function thrice(n int) returns int language plpgsql as $$ begin return n * 3; end $$;
                        commit;
                        """)
                .with("004_no_down.up.sql", "-- nothing but a comment\n")
                .with("R_names.sql", "create or replace view names as select name from copied;");
    }

    @Test
    void psql_comes_to_the_same_end_as_a_run(TestDatabase migrated, @TempDir Path directory) {
        try (var byPsql = PostgresServer.get().createDatabase()) {
            files.migrator(migrated).up();
            psql(byPsql, MigrationTarget.up(), directory);
            assertSame(migrated, byPsql);
            assertThat(byPsql.query("select note || at || zone from notes"))
                    .isEqualTo(migrated.query("select note || at || zone from notes"));
            assertThat(byPsql.query("select id || name from copied order by id"))
                    .isEqualTo(migrated.query("select id || name from copied order by id"));
            assertThat(files.migrator(byPsql).up()).didNothing();
        }
    }

    @Test
    void the_way_down_and_the_writes_of_the_history_alone_come_to_the_same_end(
            TestDatabase migrated, @TempDir Path directory) {
        try (var byPsql = PostgresServer.get().createDatabase()) {
            files.with("004_no_down.down.sql", "select 1;")
                    .with("003_copied.down.sql", "drop view names; drop table copied; drop function twice, thrice;");
            for (var target : List.of(
                    MigrationTarget.up(),
                    MigrationTarget.down(3),
                    MigrationTarget.force(null),
                    MigrationTarget.force(new MigrationVersion(2)))) {
                files.migrator(migrated).migrate(target);
                psql(byPsql, target, directory);
                assertSame(migrated, byPsql);
            }
        }
    }

    @Test
    void a_run_that_shares_one_transaction_is_one_in_psql(TestDatabase migrated, @TempDir Path directory) {
        files.without("002_mixed.up.sql").without("002_mixed.down.sql").without("003_copied.up.sql");
        files.without("R_names.sql").with("migration.yaml", "transaction: all\n");
        var sql = sql(files.migrator(migrated), MigrationTarget.up());
        // one for the tables of the history, one for the run
        assertThat(sql.lines().filter("commit;"::equals)).hasSize(2);
        Psql.run(migrated, sql, directory);
        assertThat(files.migrator(migrated).up()).didNothing();
    }

    @Test
    void a_failure_stops_psql_and_leaves_no_row(TestDatabase database, @TempDir Path directory) {
        files.with("003_copied.up.sql", "create table gone (id int); select 1 / 0;");
        var sql = sql(files.migrator(database), MigrationTarget.up());
        assertThatThrownBy(() -> Psql.run(database, sql, directory)).hasMessageContaining("division by zero");
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("2");
        assertThat(database.hasTable("gone")).isFalse();
    }

    @Test
    void what_is_refused_is_not_written_down(TestDatabase database) {
        files.migrator(database).up();
        files.with("001_plain.up.sql", "select 'changed';");
        assertThatThrownBy(() -> sql(files.migrator(database), MigrationTarget.up()))
                .isInstanceOf(PlanRefusedException.class);
    }

    private void psql(TestDatabase database, MigrationTarget target, Path directory) {
        Psql.run(database, sql(files.migrator(database), target), directory);
    }

    private static String sql(Migrator migrator, MigrationTarget target) {
        var sql = new StringBuilder();
        migrator.writeSql(target, sql);
        return sql.toString();
    }

    private static void assertSame(TestDatabase migrated, TestDatabase byPsql) {
        for (var query : WHAT_TO_COMPARE) {
            assertThat(byPsql.query(query)).isEqualTo(migrated.query(query));
        }
    }
}
