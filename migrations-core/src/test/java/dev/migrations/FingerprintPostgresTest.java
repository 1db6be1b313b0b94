package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.QuickDriftReport.Result;
import dev.migrations.database.ConnectionSource;
import dev.migrations.drift.Fingerprint;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class FingerprintPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_users.up.sql", """
                        create table users (id bigint generated always as identity primary key, email text not null);
                        create index users_email on users (email);
                        create materialized view emails as select email from users;
                        """)
                .with("001_users.down.sql", "drop table users cascade;")
                .with("R_total.sql", "create or replace function total() returns int language sql as 'select 1';");
        files.withFingerprints(database.source()).up();
    }

    @Test
    void each_run_keeps_one(TestDatabase database) {
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        files.with("002_age.up.sql", "alter table users add age int")
                .with("002_age.down.sql", "alter table users drop age")
                .withFingerprints(database.source())
                .up();
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        files.withFingerprints(database.source()).redo(1);
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        files.withFingerprints(database.source()).down(1);
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void what_changes_no_schema_changes_no_fingerprint(TestDatabase database) {
        database.execute(
                "insert into users (email) select n || '@example.org' from generate_series(1, 1000) n",
                "update users set email = upper(email)",
                "select setval('users_id_seq', 50000)",
                "refresh materialized view emails",
                "vacuum (full, analyze) users",
                "reindex index concurrently users_email",
                "reindex table users",
                "truncate users",
                "create temporary table t (id int)");
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void a_change_is_told_by_kind_and_schema(TestDatabase database) {
        database.execute("alter table users add age int", "drop index users_email", "create schema ops");
        assertThat(files.withFingerprints(database.source()).quickDrift().changes())
                .extracting(Fingerprint.Change::sentence)
                .contains("index in public: 1 -> 0", "schema: 1 -> 2");
    }

    @Test
    void the_order_of_columns_counts(TestDatabase database) {
        database.execute(
                "alter table users add a int",
                "alter table users add b int",
                "alter table users drop a",
                "alter table users add a int");
        files.withFingerprints(database.source()).keepFingerprint();
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        database.execute("alter table users drop b", "alter table users add b int");
        assertThat(look(database)).isEqualTo(Result.CHANGED);
    }

    @Test
    void what_a_pattern_names_is_left_out(TestDatabase database) {
        files.with("migration.yaml", "drift-ignore: ['table public.events_*', 'public.users.tmp_?']\n");
        assertThat(look(database)).isEqualTo(Result.OTHER_IGNORED);
        files.withFingerprints(database.source()).keepFingerprint();
        database.execute("create table events_1 (id int primary key, at date)", "alter table users add tmp_a int");
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        database.execute("create table event (id int primary key)");
        assertThat(look(database)).isEqualTo(Result.CHANGED);
    }

    @Test
    void a_run_that_keeps_none_leaves_an_old_one(TestDatabase database) {
        files.with("migration.yaml", "fingerprint: false\n")
                .with("002_age.up.sql", "alter table users add age int")
                .withFingerprints(database.source())
                .up();
        assertThat(look(database)).isEqualTo(Result.OUTDATED);
        database.execute("drop table schema_migrations_fingerprint");
        assertThat(look(database)).isEqualTo(Result.NONE_KEPT);
    }

    @Test
    void the_youngest_of_several_folders_counts(TestDatabase database) {
        var orders = MigrationFiles.in(directory.resolve("orders"))
                .with("migration.yaml", "schema-table: ops.orders_history\n")
                .with("001_orders.up.sql", "create table orders (id int)");
        orders.withFingerprints(database.source()).up();
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
        assertThat(orders.withFingerprints(database.source()).quickDrift().result())
                .isEqualTo(Result.UNCHANGED);
        database.execute("alter table orders add total int");
        assertThat(look(database)).isEqualTo(Result.CHANGED);
    }

    @Test
    void a_run_that_may_not_keep_one_goes_without(TestDatabase database) {
        database.execute(
                "drop table schema_migrations_fingerprint",
                "revoke create on schema public from public",
                "create role fingerprint_runner login",
                "grant all on all tables in schema public to fingerprint_runner");
        files.with("002_row.up.sql", "insert into users (email) values ('ann@example.org')");
        try {
            var runner = database.url().replaceAll("user=[^&]*", "user=fingerprint_runner");
            var report = files.withFingerprints(ConnectionSource.of(runner, null, null))
                    .up();
            assertThat(report.errors()).isEmpty();
            assertThat(database.query("select email from users")).containsExactly("ann@example.org");
            assertThat(look(database)).isEqualTo(Result.NONE_KEPT);
        } finally {
            database.execute("drop owned by fingerprint_runner", "drop role fingerprint_runner");
        }
    }

    @Test
    void what_a_run_does_meanwhile_is_no_drift(TestDatabase database) {
        files.with("002_index.up.sql", "create index concurrently users_id on users (id);\nselect 1;");
        try (var reader = OpenTransaction.in(database, "insert into users (email) values ('ann@example.org')");
                var run = Background.run(
                        () -> files.withFingerprints(database.source()).up())) {
            Background.awaitUntil(() -> look(database) == Result.RUNNING);
            reader.close();
        }
        assertThat(look(database)).isEqualTo(Result.UNCHANGED);
    }

    @Test
    void it_needs_no_right_but_to_read(TestDatabase database) {
        database.execute(
                "create role fingerprint_reader login",
                "grant select on all tables in schema public to fingerprint_reader");
        files.withFingerprints(database.source()).keepFingerprint();
        try {
            var reader = database.url().replaceAll("user=[^&]*", "user=fingerprint_reader");
            assertThat(files.withFingerprints(ConnectionSource.of(reader, null, null))
                            .quickDrift()
                            .result())
                    .isEqualTo(Result.UNCHANGED);
        } finally {
            database.execute("drop owned by fingerprint_reader", "drop role fingerprint_reader");
        }
    }

    @Test
    void the_table_is_readable_by_a_person(TestDatabase database) {
        assertThat(
                        database.query(
                                "select concat_ws(' ', kind, schema, objects) from schema_migrations_fingerprint order by kind, schema"))
                .contains("table public 1", "index public 1", "materialized view public 1");
    }

    private Result look(TestDatabase database) {
        return files.withFingerprints(database.source()).quickDrift().result();
    }
}
