package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class MigratorPostgresTest {

    private final MigrationFiles files;

    MigratorPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void two_files() {
        files.with("001_create_users.up.sql", "create table users (id int primary key);\ninsert into users values (1);")
                .with("001_create_users.down.sql", "drop table users;")
                .with("002_add_name.up.sql", "alter table users add name text; select 1;");
    }

    @Test
    void pending_migrations_are_applied_in_order_and_only_once(TestDatabase database) {
        assertThat(files.migrator(database).up()).applied("1", "2");
        assertThat(files.migrator(database).up()).didNothing();
        assertThat(database.query("select id from users")).containsExactly("1");
    }

    @Test
    void a_row_tells_a_person_what_was_applied(TestDatabase database) {
        files.migrator(database).up();
        assertThat(database.query("""
                        select concat_ws(' | ', version, description, script, state, applied_by, segments_done, down_script)
                        from schema_migrations order by version"""))
                .containsExactly(
                        "1 | create_users | 001_create_users.up.sql | applied | postgres | 1 | drop table users;",
                        "2 | add_name | 002_add_name.up.sql | applied | postgres | 1");
        assertThat(database.query("select (checksum ~ '^[0-9a-f]{64}$')::text from schema_migrations"))
                .containsOnly("true");
        assertThat(database.query("select 1 from schema_migrations where applied_at > now() + interval '1 second' "
                        + "or applied_at < now() - interval '10 minutes' or duration_ms < 0"))
                .isEmpty();
    }

    @Test
    void a_report_says_what_ran_and_for_how_long(TestDatabase database) {
        var report = files.migrator(database).up();
        assertThat(report.success()).isTrue();
        assertThat(report.executedFiles()).containsExactly("001_create_users.up.sql", "002_add_name.up.sql");
        var first = report.results().get(0);
        assertThat(first.segments()).hasSize(1);
        assertThat(first.segments().get(0).statements()).isEqualTo(2);
        assertThat(report.duration()).isGreaterThanOrEqualTo(first.duration());
    }

    @Test
    void a_failed_statement_leaves_no_trace_and_the_report_says_what_was_done_before(TestDatabase database) {
        files.with("003_broken.up.sql", "create table half (id int);\ninsert into nowhere values (1);")
                .with("004_never.up.sql", "create table never (id int);");
        var failure = catchThrowableOfType(
                MigrationFailedException.class, () -> files.migrator(database).up());
        assertThat(failure.report()).applied("1", "2");
        assertThat(failure.report().success()).isFalse();
        assertThat(failure.exitCode().value()).isEqualTo(1);
        assertThat(failure).hasMessageContaining("003_broken.up.sql:2:13: relation \"nowhere\" does not exist");
        assertThat(database.hasTable("half")).isFalse();
        assertThat(database.query("select version from schema_migrations order by version"))
                .containsExactly("1", "2");
        files.with("003_broken.up.sql", "create table half (id int);");
        assertThat(files.migrator(database).up()).applied("3", "4");
    }

    @Test
    void what_a_script_sets_does_not_reach_the_next_one(TestDatabase database) {
        database.execute("create schema other");
        files.with(
                        "003_settings.up.sql",
                        "set search_path = other; set role pg_read_all_data; set lock_timeout = '1ms'; set statement_timeout = 1234;")
                .with(
                        "004_plain.up.sql",
                        "create table plain as select current_setting('lock_timeout') as l, current_user::text as u;");
        assertThat(files.migrator(database).up()).applied("1", "2", "3", "4");
        assertThat(database.query("select l || ' ' || u from public.plain")).containsExactly("100ms postgres");
    }

    @Test
    void what_a_script_makes_for_its_session_ends_with_it(TestDatabase database) {
        files.with("003_temp.up.sql", "create temp table users (id int); select pg_advisory_lock(7); listen news;")
                .with("004_email.up.sql", "alter table users add email text;");
        assertThat(files.migrator(database).up()).applied("1", "2", "3", "4");
        assertThat(database.query("select attname from pg_attribute where attrelid = 'users'::regclass and attnum > 0"))
                .containsExactly("id", "name", "email");
    }

    @Test
    void what_a_script_sets_holds_for_all_of_its_segments(TestDatabase database) {
        database.execute("create schema app");
        files.with("003_app.up.sql", """
                select pg_catalog.set_config('search_path', 'app', false);
                create table t (id int);
                create index concurrently t_id on t (id);
                insert into t values (1);
                set role pg_database_owner;
                begin;
                insert into t values (2);
                commit;
                """);
        assertThat(files.migrator(database).up()).applied("1", "2", "3");
        assertThat(database.query("select count(*) from app.t")).containsExactly("2");
        assertThat(database.hasTable("app.t_id")).isTrue();
    }

    @Test
    void a_database_with_backslash_strings_reads_a_script_as_the_lexer_does(TestDatabase database) {
        database.execute("alter database " + database.name() + " set standard_conforming_strings = off");
        files.with("003_backslash.up.sql", "create table b as select '\\' as one; -- ';\ninsert into b values ('x');");
        assertThat(files.migrator(database).up()).applied("1", "2", "3");
        assertThat(database.query("select one from b order by length(one), one"))
                .containsExactly("\\", "x");
    }

    @Test
    void a_script_without_a_statement_is_applied_all_the_same(TestDatabase database) {
        files.with("003_empty.up.sql", "-- nothing yet\n");
        assertThat(files.migrator(database).up()).applied("1", "2", "3");
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void copy_data_function_bodies_and_written_transactions_run_as_psql_runs_them(TestDatabase database) {
        files.with("003_psql.up.sql", """
                \\restrict abc
                copy users (id, name) from stdin;
                7\tseven
                8\t\\N
                \\.
                \\unrestrict abc
                create function answer() returns int begin atomic
                    select case when true then 1 else 2 end;
                    select 42;
                end;
                create function other() returns int begin atomic select 1; select 43; end;
                begin isolation level serializable;
                create table level as select current_setting('transaction_isolation') as name;
                commit;
                """);
        assertThat(files.migrator(database).up()).applied("1", "2", "3");
        assertThat(database.query("select id || coalesce(name, '-') from users where id > 6 order by id"))
                .containsExactly("7seven", "8-");
        assertThat(database.query("select answer() + other()")).containsExactly("85");
        assertThat(database.query("select name from level")).containsExactly("serializable");
    }

    @Test
    void a_named_schema_is_made_when_it_is_absent(TestDatabase database) {
        files.with("migration.yaml", "schema-table: ops.history\n");
        assertThat(files.migrator(database).up()).applied("1", "2");
        assertThat(database.hasTable("ops.history")).isTrue();
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void repeatables_run_last_and_again_when_they_change(TestDatabase database) {
        files.with("R_names.sql", "create or replace view names as select name from users;")
                .with(
                        "R_always.sql",
                        "-- migrations: run=always\ninsert into users (id) select max(id) + 1 from users;");
        assertThat(files.migrator(database).up()).applied("1", "2").repeated("always", "names");
        assertThat(files.migrator(database).up()).repeated("always");
        files.with("R_names.sql", "create or replace view names as select name from users where name is not null;");
        assertThat(files.migrator(database).up()).applied().repeated("always", "names");
        assertThat(database.query("select count(*) from users")).containsExactly("4");
    }

    @Test
    void one_transaction_for_all_keeps_nothing_when_one_fails(TestDatabase database) {
        files.with("migration.yaml", "transaction: all\n").with("003_broken.up.sql", "select 1 / 0;");
        var failure = catchThrowableOfType(
                MigrationFailedException.class, () -> files.migrator(database).up());
        assertThat(failure.report()).didNothingBefore();
        assertThat(failure).hasMessageContaining("Nothing of this run was kept.");
        assertThat(database.hasTable("users")).isFalse();
        files.without("003_broken.up.sql");
        assertThat(files.migrator(database).up()).applied("1", "2");
    }

    @Test
    void one_transaction_for_all_refuses_a_statement_that_must_stand_alone(TestDatabase database) {
        files.with("migration.yaml", "transaction: all\n")
                .with("003_index.up.sql", "create index concurrently i on users (name);");
        assertThatThrownBy(() -> files.migrator(database).up())
                .hasMessageContaining("003_index.up.sql:1:1")
                .hasMessageContaining("cannot share a transaction");
        assertThat(database.hasTable("users")).isFalse();
    }
}
