package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.StatementFailedException;
import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.Problem;
import dev.migrations.testing.Filling;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Psql;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backfill as a migration: what applying, undoing and declaring it leaves, before anybody runs it. */
@ExtendWith(PostgresExtension.class)
class BackfillRegistrationPostgresTest {

    private static final String STATES = "select version || ' ' || state from schema_migrations_backfills order by 1";
    private static final String TIGHTEN =
            "-- migrations: requires-backfill=002\nalter table users add check (filled > 0);";
    private static final MigrationVersion TWO = MigrationVersion.parse("2");

    private final Path directory;

    BackfillRegistrationPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void applying_a_backfill_runs_nothing_of_it(TestDatabase database) {
        var report = filling(10).migrator(database).up();
        assertThat(report.executedFiles()).containsExactly("001_users.up.sql", "002_fill.up.sql");
        assertThat(Filling.counts(database)).containsExactly("0: 10");
        assertThat(database.query(STATES)).containsExactly("2 open");
        assertThat(database.query("select state from schema_migrations where version = 2"))
                .containsExactly("applied");
    }

    @Test
    void what_requires_it_stays_behind_and_says_so(TestDatabase database) {
        var files = filling(10).with("003_tighten.up.sql", TIGHTEN);
        var report = files.migrator(database).up();
        assertThat(report.success()).isTrue();
        assertThat(Optional.ofNullable(report.heldBack()).orElseThrow().sentence())
                .isEqualTo("003_tighten.up.sql waits for backfill 002");
        var status = files.migrator(database).status();
        assertThat(status.waitsFor(status.migrations().get(2))).containsExactly(TWO);
        assertThat(status.pendingCount()).isEqualTo(1);
        assertThat(status.backfills()).extracting(Backfill::state).containsExactly(Backfill.State.OPEN);
        assertThat(files.migrator(database).up().results()).isEmpty();
    }

    @Test
    void an_empty_table_is_filled_at_once_and_holds_nothing_back(TestDatabase database) {
        var files = filling(0).with("003_tighten.up.sql", TIGHTEN).with("R_view.sql", "create view v as select 1;");
        var report = files.migrator(database).up();
        assertThat(report.executedFiles()).hasSize(4);
        assertThat(report.heldBack()).isNull();
        assertThat(database.query(STATES)).containsExactly("2 completed");
    }

    @Test
    void a_run_in_one_transaction_registers_in_it(TestDatabase database) {
        var files = filling(10).with("migration.yaml", "transaction: all").with("003_bad.up.sql", "select 1/0;");
        assertThatThrownBy(() -> files.migrator(database).up()).isInstanceOf(MigrationFailedException.class);
        assertThat(database.hasTable("users")).isFalse();
        assertThat(database.query(STATES)).isEmpty();
        files.without("003_bad.up.sql").migrator(database).up();
        assertThat(database.query(STATES)).containsExactly("2 open");
    }

    @Test
    void undoing_it_takes_its_row_and_needs_no_down_script(TestDatabase database) {
        var migrator = filling(10)
                .with("migration.yaml", "require-down: true")
                .with("001_users.down.sql", "drop table users;")
                .migrator(database);
        migrator.up();
        assertThat(migrator.status().migrations().get(1).reversible()).isTrue();
        migrator.down(1);
        assertThat(database.query(STATES)).isEmpty();
        migrator.up();
        migrator.down(2);
        assertThat(database.query("select count(*) from schema_migrations")).containsExactly("0");
    }

    @Test
    void its_down_script_runs_where_there_is_one(TestDatabase database) {
        var migrator = filling(3)
                .with("002_fill.down.sql", "update users set filled = -1;")
                .migrator(database);
        migrator.up();
        migrator.redo(1);
        assertThat(Filling.counts(database)).containsExactly("-1: 3");
        assertThat(database.query(STATES)).containsExactly("2 open");
    }

    @Test
    void forgetting_it_takes_its_row_and_declaring_it_needs_none(TestDatabase database) {
        var files = filling(3).with("003_tighten.up.sql", "-- migrations: requires-backfill=2\nselect 1;");
        files.migrator(database).up();
        files.migrator(database).force(MigrationVersion.parse("1"));
        assertThat(database.query(STATES)).isEmpty();
        files.migrator(database).force(TWO);
        assertThat(database.query(STATES)).isEmpty();
        assertThat(files.migrator(database).up().executedFiles()).containsExactly("003_tighten.up.sql");
    }

    @Test
    void a_baseline_over_it_leaves_nothing_to_wait_for(TestDatabase database) {
        var files = filling(3).with("003_tighten.up.sql", "-- migrations: requires-backfill=2\nselect 1;");
        files.migrator(database).baseline(TWO);
        assertThat(files.migrator(database).up().executedFiles()).containsExactly("003_tighten.up.sql");
    }

    @Test
    void a_changed_backfill_is_changed_as_any_script_until_it_is_repaired(TestDatabase database) {
        var files = filling(3);
        files.migrator(database).up();
        files.with("002_fill.up.sql", """
                -- migrations: backfill table=users key=id
                update users set filled = 7 where id between :from and :to;
                """);
        assertThat(files.migrator(database).validate())
                .extracting(Problem::code)
                .containsExactly("changed-script");
        var backfills = Backfills.of(files.migrator(database));
        assertThatThrownBy(backfills::run).hasMessageContaining("has changed");
        files.migrator(database).repair();
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("7: 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing | id | there is no table missing | shop.users",
                "v | id | v is no table | name the table",
                "t | nothing | t has no column nothing | write key=id or key=a,b.",
                "t | nullable | t.nullable may be null | write key=id or key=a,b.",
                "t | a | no unique index of t is just on (a) | write key=id or key=a,b.",
                "t | b,a | no unique index of t is just on (b, a) | write key=id or key=a,b.",
                "t | late | no unique index of t is just on (late) | write key=id or key=a,b.",
                "t | partial | no unique index of t is just on (partial) | write key=id or key=a,b.",
                "keyless | id | no unique index of keyless is just on (id) | give keyless a primary key"
            })
    void a_key_that_will_not_do_is_refused_with_those_that_would(
            String table, String key, String message, String hint, TestDatabase database) {
        var files = MigrationFiles.in(directory.resolve("files"))
                .with("001_t.up.sql", """
                create table t (id uuid primary key, a int not null, b text not null, nullable int unique,
                                late int not null unique deferrable, partial int not null);
                create unique index t_a_b on t (a, b) include (late);
                create unique index t_partial on t (partial) where a > 0;
                create table keyless (id int not null);
                create view v as select * from t;
                """)
                .with("002_fill.up.sql", """
                -- migrations: backfill table=%s key=%s
                delete from t where (%s) between :from and :to;
                """.formatted(table, key, key));
        assertThatThrownBy(() -> files.migrator(database).up())
                .hasMessageContaining(message)
                .hasMessageContaining(hint)
                .hasMessageContaining("002_fill.up.sql:1:16");
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("1");
        assertThat(database.query(STATES)).isEmpty();
    }

    @Test
    void a_refused_key_shows_its_directive(TestDatabase database) {
        var files = filling(1).with("003_other.up.sql", """
                -- why
                -- migrations: backfill table=users key=filled
                update users set filled = 2 where filled between :from and :to;
                """);
        assertThatThrownBy(() -> files.migrator(database).up())
                .isInstanceOf(MigrationFailedException.class)
                .hasCauseInstanceOf(StatementFailedException.class)
                .satisfies(e -> Snapshot.assertMatches("failures/backfill_key.txt", String.valueOf(e.getMessage())));
    }

    @Test
    void it_is_listed_as_what_it_is(TestDatabase database) {
        var files = filling(4).with("003_tighten.up.sql", TIGHTEN);
        var listing = new StringBuilder();
        files.migrator(database).writeSql(MigrationTarget.up(), listing);
        assertThat(listing)
                .contains("its statement runs in batches, by `migrations backfill run`")
                .contains("-- 003_tighten.up.sql waits for backfill 002")
                .doesNotContain("filled + 1");
    }

    @Test
    void the_listing_registers_it_too(TestDatabase database) {
        var files = filling(4);
        files.migrator(database).migrate(MigrationTarget.up(1));
        var listing = new StringBuilder();
        files.migrator(database).writeSql(MigrationTarget.up(), listing);
        Psql.run(database, listing.toString(), directory);
        assertThat(database.query(STATES)).containsExactly("2 open");
        Backfills.of(files.migrator(database)).run();
        assertThat(Filling.counts(database)).containsExactly("1: 4");
    }

    private MigrationFiles filling(int rows) {
        return Filling.of(directory.resolve("files"), rows, 3).files();
    }
}
