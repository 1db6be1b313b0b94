package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.backfill.RunWindow;
import dev.migrations.backfill.Throttle;
import dev.migrations.database.BackfillRefusedException;
import dev.migrations.history.Backfill;
import dev.migrations.history.Backfill.State;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.testing.Background;
import dev.migrations.testing.Filling;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a backfill does to the rows, and what it says while it does. */
@ExtendWith(PostgresExtension.class)
class BackfillPostgresTest {

    private static final MigrationVersion TWO = MigrationVersion.parse("2");

    private final Path directory;
    private final List<String> told = new CopyOnWriteArrayList<>();

    BackfillPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void every_row_is_done_once_in_batches(TestDatabase database) {
        var backfills = applied(database, 1_000, 70);
        var backfill = only(backfills.run());
        assertThat(Filling.counts(database)).containsExactly("1: 1000");
        assertThat(backfill.state()).isEqualTo(State.COMPLETED);
        assertThat(List.of(backfill.rowsPassed(), backfill.rowsChanged(), backfill.estimatedRows()))
                .containsOnly(1_000L);
        assertThat(backfill.batches()).isGreaterThanOrEqualTo(15);
        assertThat(backfill.percent()).isEqualTo(100);
        assertThat(only(backfills.run())).isEqualTo(backfill);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "k uuid primary key ; k ; gen_random_uuid()",
                "k text primary key ; k ; md5(n::text) || ' \"{,}\\'' ü'",
                "k timestamptz primary key ; k ; timestamptz '2020-01-01 00:00+05' + n * interval '1.000001 s'",
                "k numeric primary key ; k ; n / 7.0",
                "k smallint primary key ; k ; n - 150",
                "k date primary key ; k ; date '0044-03-15 BC' + n",
                "k char(9) primary key ; k ; concat('x', n)",
                "k bytea primary key ; k ; sha256(n::text::bytea)",
                "k double precision primary key ; k ; n / 3.0::float8",
                "k int, l text, primary key (k, l) ; k,l ; n / 9, (n % 9)::text",
                "k uuid, l timestamp, m int, primary key (k, l, m) ; k,l,m ; md5((n / 50)::text)::uuid, '2020-01-01'::timestamp + (n / 5) * interval '1 h', n"
            })
    void a_key_of_any_type_that_can_be_ordered_goes_through_every_row(
            String columns, String key, String values, TestDatabase database) {
        var bounds = key.contains(",") ? "(" + key + ")" : key;
        var files = MigrationFiles.in(directory)
                .with("001_t.up.sql", "create table t (filled int not null default 0, " + columns + ");")
                .with("002_fill.up.sql", """
                        -- migrations: backfill table=t key=%s batch=7 max-batch=7 min-batch=1 pause=0
                        update t set filled = filled + 1 where %s between :from and :to;
                        """.formatted(key, bounds));
        files.migrator(database).up(1);
        database.execute("insert into t (" + key + ") select " + values + " from generate_series(1, 300) n");
        files.migrator(database).up();
        Backfills.of(files.migrator(database)).run();
        assertThat(database.query("select filled || ': ' || count(*) from t group by filled"))
                .containsExactly("1: 300");
    }

    @Test
    void a_partitioned_table_is_gone_through_as_a_whole(TestDatabase database) {
        var files = MigrationFiles.in(directory).with("001_t.up.sql", """
                create table t (id int primary key, filled int not null default 0) partition by hash (id);
                create table t0 partition of t for values with (modulus 2, remainder 0);
                create table t1 partition of t for values with (modulus 2, remainder 1);
                insert into t select generate_series(1, 100);
                """).with("002_fill.up.sql", """
                -- migrations: backfill table=t key=id batch=7 max-batch=7 pause=0
                update t set filled = filled + 1 where id between :from and :to;
                """);
        files.migrator(database).up();
        Backfills.of(files.migrator(database)).run();
        assertThat(database.query("select count(*) from t where filled = 1")).containsExactly("100");
    }

    @Test
    void rows_above_the_last_key_of_the_start_are_the_applications(TestDatabase database) {
        var backfills = applied(database, 100, 10).listener(new BackfillListener() {
            @Override
            public void progressed(String folder, String name, Backfill backfill) {
                if (backfill.batches() == 3) {
                    database.execute("insert into users values (1000)", "insert into users values (-1)");
                }
            }
        });
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("0: 2", "1: 100");
    }

    @Test
    void a_statement_that_passes_rows_over_tells_how_many_it_changed(TestDatabase database) {
        var files = Filling.of(directory, 100, 10).files().with("002_fill.up.sql", """
                -- migrations: backfill table=users key=id batch=10 max-batch=10 min-batch=1 pause=0
                with wanted as (select id from users where id between :from and :to and id % 4 = 0)
                update users u set filled = 1 from wanted w where w.id = u.id;
                """);
        files.migrator(database).up();
        var backfill = only(Backfills.of(files.migrator(database)).run());
        assertThat(backfill.rowsPassed()).isEqualTo(100);
        assertThat(backfill.rowsChanged()).isEqualTo(25);
    }

    @Test
    void a_row_that_cannot_be_done_is_named_and_the_others_are_done(TestDatabase database) {
        var backfills = applied(database, 500, 100);
        database.execute("alter table users add constraint odd check (filled = 0 or id not in (7, 8, 499))");
        assertThatThrownBy(backfills::run)
                .isInstanceOf(BackfillFailedException.class)
                .satisfies(e -> Snapshot.assertMatches("failures/backfill_rows.txt", String.valueOf(e.getMessage())));
        assertThat(Filling.counts(database)).containsExactly("0: 3", "1: 497");
        database.execute("alter table users drop constraint odd");
        assertThat(backfills.retry(TWO).state()).isEqualTo(State.OPEN);
        assertThat(only(backfills.run()).isComplete()).isTrue();
        assertThat(Filling.counts(database)).containsExactly("1: 500");
    }

    @Test
    void rows_that_fail_again_are_named_again(TestDatabase database) {
        var backfills = applied(database, 30, 10);
        database.execute("alter table users add constraint odd check (filled = 0 or id not in (7, 8))");
        assertThatThrownBy(backfills::run).hasMessageContaining("could not do 2 rows");
        database.execute(
                "alter table users drop constraint odd",
                "alter table users add constraint odd check (filled = 0 or id <> 8)");
        backfills.retry(TWO);
        assertThatThrownBy(backfills::run)
                .hasMessageContaining("could not do 1 row")
                .hasMessageContaining("id = 8");
        assertThat(only(backfills.status()).rowsPassed()).isEqualTo(30);
        assertThat(Filling.counts(database)).containsExactly("0: 1", "1: 29");
    }

    @Test
    void a_backfill_that_fails_everywhere_stops_and_goes_on_from_there(TestDatabase database) {
        var backfills = applied(database, 1_000, 100);
        database.execute("alter table users add constraint none check (filled = 0)");
        assertThatThrownBy(backfills::run).hasMessageContaining("too many rows cannot be done");
        assertThat(only(backfills.status()).failures()).hasSize(100);
        database.execute("alter table users drop constraint none");
        backfills.retry(TWO);
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("1: 1000");
    }

    @Test
    void what_no_choice_of_rows_would_change_stops_it_at_once_with_its_place(TestDatabase database) {
        var files = Filling.of(directory, 20, 10).files().with("002_fill.up.sql", """
                -- migrations: backfill table=users key=id
                update users
                set filled = 1, ä = 2 where id between :from
                  and :to and colour = 1;
                """);
        files.migrator(database).up();
        database.execute("alter table users add ä int");
        var backfills = Backfills.of(files.migrator(database));
        assertThatThrownBy(backfills::run)
                .satisfies(
                        e -> Snapshot.assertMatches("failures/backfill_statement.txt", String.valueOf(e.getMessage())));
        database.execute("alter table users add colour int default 1");
        backfills.retry(TWO);
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("1: 20");
    }

    @Test
    void a_batch_that_waits_for_a_row_gives_up_soon_and_comes_back(TestDatabase database) {
        var backfills = applied(database, 50, 10);
        try (var run = background(backfills)) {
            try (var other = OpenTransaction.in(database, "select from users where id = 25 for update")) {
                Background.awaitUntil(() -> told.contains("canceling statement due to lock timeout"));
                assertThat(Filling.passed(database)).isBetween(20, 24);
            }
        }
        assertThat(Filling.counts(database)).containsExactly("1: 50");
    }

    @Test
    void nobody_has_to_wait_behind_it_for_the_table(TestDatabase database) {
        var backfills = applied(database, 40, 10);
        try (var reader = OpenTransaction.in(database, "select from users");
                var ddl = Background.run(() -> database.execute("alter table users add later int"))) {
            Background.awaitUntil(() -> !database.query("select pid from pg_locks where not granted")
                    .isEmpty());
            try (var run = background(backfills)) {
                Background.awaitUntil(() -> told.contains("a session waits for a lock on the table"));
                assertThat(Filling.passed(database)).isZero();
                assertThat(only(Backfills.of(Filling.of(directory, 40, 10)
                                                .files()
                                                .migrator(database))
                                        .status())
                                .waits())
                        .isEqualTo("a session waits for a lock on the table");
                reader.close();
            }
        }
        assertThat(Filling.counts(database)).containsExactly("1: 40");
    }

    @Test
    void it_rests_while_the_table_is_vacuumed(TestDatabase database) {
        var backfills = applied(database, 5_000, 1_000);
        database.execute("delete from users where id > 4000");
        try (var vacuum = Background.run(() -> vacuumSlowly(database))) {
            Background.awaitUntil(() ->
                    !database.query("select pid from pg_stat_progress_vacuum").isEmpty());
            try (var run = background(backfills)) {
                Background.awaitUntil(() -> told.contains("the table is being vacuumed"));
                assertThat(Filling.passed(database)).isZero();
                database.query("select pg_cancel_backend(pid) from pg_stat_progress_vacuum");
            }
        }
        assertThat(Filling.counts(database)).containsExactly("1: 4000");
    }

    private static void vacuumSlowly(TestDatabase database) {
        try {
            database.execute("set vacuum_cost_delay = 100", "set vacuum_cost_limit = 1", "vacuum users");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("canceling");
        }
    }

    @Test
    void it_rests_outside_its_window(TestDatabase database) {
        var now = LocalTime.now(ZoneOffset.UTC);
        var closed = new RunWindow(now.plusHours(2), now.plusHours(3), ZoneOffset.UTC);
        var backfills = applied(database, 20, 10);
        var cancellation = new Cancellation();
        var nights = Backfills.of(
                        Migrator.of(Filling.of(directory, 20, 10).files().folder(), database.source())
                                .cancellation(cancellation)
                                .build())
                .throttle(Throttle.DEFAULT.during(closed))
                .listener(new BackfillListener() {
                    @Override
                    public void waiting(String folder, String name, Backfill backfill, String reason) {
                        told.add(reason);
                        cancellation.request();
                    }
                });
        assertThatThrownBy(nights::run).hasMessageContaining("cancelled");
        assertThat(told).containsExactly("outside the window " + closed);
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("1: 20");
    }

    @Test
    void a_column_that_is_tightened_waits_for_its_backfill(TestDatabase database) {
        var files = Filling.of(directory, 100, 10)
                .files()
                .with("003_tighten.up.sql", """
                        -- migrations: requires-backfill=002
                        alter table users add constraint is_filled check (filled > 0);
                        """)
                .with("004_next.up.sql", "create table next (id int);");
        var report = Backfills.of(files.migrator(database)).migrate(MigrationTarget.up());
        assertThat(report.executedFiles())
                .containsExactly("001_users.up.sql", "002_fill.up.sql", "003_tighten.up.sql", "004_next.up.sql");
        assertThat(report.heldBack()).isNull();
        assertThat(Filling.counts(database)).containsExactly("1: 100");
    }

    @Test
    void what_waits_for_a_cancelled_backfill_is_told_so(TestDatabase database) {
        var files = Filling.of(directory, 100, 10).files().with("003_t.up.sql", """
                -- migrations: requires-backfill=002
                create table t (id int);
                """);
        files.migrator(database).up();
        var backfills = Backfills.of(files.migrator(database));
        backfills.cancel(TWO);
        assertThatThrownBy(() -> backfills.migrate(MigrationTarget.up()))
                .hasMessageContaining("backfill 2 is cancelled")
                .hasMessageContaining("backfill resume 2");
    }

    @Test
    void it_is_steered_from_any_connection(TestDatabase database) {
        var backfills = applied(database, 100, 10);
        assertThat(backfills.pause(TWO).state()).isEqualTo(State.PAUSED);
        assertThat(backfills.pause(TWO).state()).isEqualTo(State.PAUSED);
        try (var run = background(backfills)) {
            Background.awaitUntil(() -> told.contains("paused"));
            assertThat(Filling.passed(database)).isZero();
            backfills.resume(TWO);
        }
        assertThat(Filling.counts(database)).containsExactly("1: 100");
    }

    @Test
    void a_run_ends_when_it_is_cancelled_or_undone_meanwhile(TestDatabase database) {
        var migrator = Filling.of(directory, 100, 10).files().migrator(database);
        migrator.up();
        var backfills = Backfills.of(migrator);
        try (var run = background(backfills)) {
            backfills.cancel(TWO);
        }
        assertThat(only(backfills.status()).state()).isEqualTo(State.CANCELLED);
        backfills.resume(TWO);
        backfills.pause(TWO);
        told.clear();
        try (var run = background(backfills)) {
            Background.awaitUntil(() -> told.contains("paused"));
            migrator.down(1);
        }
        assertThat(backfills.status().backfills()).isEmpty();
    }

    @Test
    void what_cannot_be_asked_of_it_is_refused_with_what_can(TestDatabase database) {
        var backfills = applied(database, 10, 10);
        backfills.run();
        assertThatThrownBy(() -> backfills.pause(TWO))
                .isInstanceOf(BackfillRefusedException.class)
                .hasMessageContaining("backfill 2 is completed, so that it cannot be paused");
        assertThatThrownBy(() -> backfills.retry(MigrationVersion.parse("1")))
                .hasMessageContaining("there is no backfill 1");
        assertThatThrownBy(() -> backfills.run(MigrationVersion.parse("1")))
                .hasMessageContaining("there is no backfill 1");
    }

    @Test
    void a_deferred_constraint_that_speaks_at_the_commit_names_its_row_too(TestDatabase database) {
        var files = Filling.of(directory, 20, 10).files();
        files.with("001_users.up.sql", """
                create table users (id bigint primary key, filled int not null default 0);
                insert into users select n from generate_series(1, 20) n;
                create table odd (filled int primary key);
                insert into odd values (0), (1);
                alter table users add foreign key (filled) references odd deferrable initially deferred;
                """).with("002_fill.up.sql", """
                -- migrations: backfill table=users key=id batch=10 max-batch=10 min-batch=1 pause=0
                update users set filled = case when id = 13 then 5 else 1 end where id between :from and :to;
                """);
        files.migrator(database).up();
        assertThatThrownBy(() -> Backfills.of(files.migrator(database)).run()).hasMessageContaining("id = 13");
        assertThat(Filling.counts(database)).containsExactly("0: 1", "1: 19");
    }

    private Backfills applied(TestDatabase database, int rows, int batch) {
        var migrator = Filling.of(directory, rows, batch).files().migrator(database);
        migrator.up();
        return Backfills.of(migrator);
    }

    private Background background(Backfills backfills) {
        return Background.run(() -> backfills
                .listener(new BackfillListener() {
                    @Override
                    public void waiting(String folder, String name, Backfill backfill, String reason) {
                        told.add(reason);
                    }
                })
                .run());
    }

    private static Backfill only(BackfillReport report) {
        assertThat(report.backfills()).hasSize(1);
        return report.backfills().get(0);
    }
}
