package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class DriftCommandPostgresTest {

    @TempDir
    Path directory;

    private Session session;

    @BeforeEach
    void setUp(TestDatabase database) {
        MigrationFiles.in(directory.resolve("migrations")).with("001_orders.up.sql", """
                        create table orders (id bigint primary key, total int);
                        create index orders_total on orders (total);
                        """);
        session = Session.in(directory.resolve("migrations")).on(database);
        assertThat(session.run("up").exitCode()).isZero();
    }

    private void changeByHand(TestDatabase database) {
        database.execute(
                "drop index orders_total", "alter table orders alter total type bigint", "create table extra (id int)");
    }

    @Test
    void no_difference_is_0() {
        var result = session.run("drift");
        assertThat(result.screen()).isEqualTo("migrations on shop: as its migrations make it\n");
        assertThat(session.run("drift", "--quick").exitCode()).isZero();
    }

    @Test
    void what_was_changed_by_hand_is_told_and_ends_with_7(TestDatabase database) {
        changeByHand(database);
        Snapshot.assertMatches("screens/drift.txt", session.run("drift").screen());
        Snapshot.assertMatches(
                "screens/drift.json", session.run("drift", "--json").screen());
        assertThat(session.run("drift", "--ignore", "*extra*", "--ignore", "*orders*")
                        .exitCode())
                .isZero();
    }

    @Test
    void ddl_leads_both_ways(TestDatabase database) {
        changeByHand(database);
        Snapshot.assertMatches(
                "screens/drift-ddl.txt",
                session.run("drift", "--ddl", "--rights", "ignore").screen());
        assertThat(session.run("drift", "--ddl", "--json").out())
                .contains("\"back\" : [", "\"next\" : [", "\"remark\" : \"loses the data of table public.extra\"");
        assertThat(session.run("drift", "--json").out()).doesNotContain("\"back\"");
    }

    @Test
    void a_quick_look_says_roughly_what_has_changed(TestDatabase database) {
        changeByHand(database);
        Snapshot.assertMatches(
                "screens/drift-quick.txt", session.run("drift", "--quick").screen());
        Snapshot.assertMatches(
                "screens/drift-quick.json",
                session.run("drift", "--quick", "--json").screen());
    }

    @Test
    void where_no_run_has_kept_a_fingerprint_one_is_remembered(TestDatabase database) {
        database.execute("drop table schema_migrations_fingerprint");
        var result = session.run("drift", "--quick");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains("no run has kept a fingerprint").contains("--remember");
        assertThat(session.run("drift", "--remember").exitCode()).isZero();
        assertThat(session.run("drift", "--quick").exitCode()).isZero();
        changeByHand(database);
        assertThat(session.run("drift", "--remember").exitCode()).isEqualTo(7);
        assertThat(session.run("drift", "--quick").exitCode()).isEqualTo(7);
    }

    @Test
    void folders_of_one_database_are_one_answer() {
        var tree = directory.resolve("tree");
        MigrationFiles.in(tree.resolve("01_core"))
                .with("migration.yaml", "schema-table: core_history\n")
                .with("001_users.up.sql", "create table users (id bigint primary key);");
        MigrationFiles.in(tree.resolve("02_sales"))
                .with("migration.yaml", "schema-table: sales_history\n")
                .with("001_sales.up.sql", "create table sales (user_id bigint references users);");
        try (var both = PostgresServer.get().createDatabase()) {
            var shared = Session.in(tree).on(both);
            assertThat(shared.run("up").exitCode()).isZero();
            assertThat(shared.run("drift").screen())
                    .isEqualTo("01_core, 02_sales on shop: as its migrations make it\n");
            assertThat(shared.run("drift", "--folder", "02_sales").exitCode()).isEqualTo(5);
            assertThat(shared.run("drift", "--folder", "01_core").screen())
                    .contains("+ table public.sales")
                    .contains("Note: the history table public.sales_history belongs to none of the folders");
            assertThat(shared.run("drift", "--quick").exitCode()).isZero();
        }
    }

    @Test
    void a_database_may_be_named_for_it(TestDatabase database) {
        try (var scratch = PostgresServer.get().createDatabase()) {
            assertThat(session.run("drift", "--scratch", scratch.url()).exitCode())
                    .isZero();
            assertThat(scratch.hasTable("orders")).isFalse();
        }
        assertThat(session.run("drift", "--scratch", database.url()).err()).contains("is the database itself");
        var kept = session.run("drift", "--keep-scratch");
        assertThat(kept.out()).contains("kept the copy: migrations_scratch_drift_shop_0a1b2c3d");
        database.query("select datname from pg_database where datname like 'migrations_scratch_drift_" + database.name()
                        + "_%'")
                .forEach(name -> database.execute("drop database " + name));
    }

    @Test
    void a_baseline_is_compared_with_a_file(TestDatabase database) {
        var file = directory.resolve("schema.snapshot").toString();
        assertThat(session.run("snapshot", "--output", file).exitCode()).isZero();
        assertThat(session.run("force", "0001", "--yes").exitCode()).isZero();
        assertThat(session.run("drift", "--against", file).exitCode()).isZero();
        changeByHand(database);
        var result = session.run("drift", "--against", file);
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.out()).contains("+ table public.extra");
    }

    @Test
    void nothing_applied_is_5() {
        try (var empty = PostgresServer.get().createDatabase()) {
            var result = Session.in(directory.resolve("migrations")).on(empty).run("drift");
            assertThat(result.exitCode()).isEqualTo(5);
            assertThat(result.err()).contains("nothing is applied on shop");
        }
    }
}
