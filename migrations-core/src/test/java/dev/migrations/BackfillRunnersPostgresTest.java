package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.history.Backfill;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.Filling;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PgBouncer;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several runners of one backfill, and those that do not come to their end. */
@ExtendWith(PostgresExtension.class)
class BackfillRunnersPostgresTest {

    private static final int KILLS = Integer.getInteger("backfill.kills", 3);
    private static final int ROWS_PER_KILL = 3_000;

    private final Path directory;

    BackfillRunnersPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void wherever_its_runner_is_killed_each_row_is_done_once(TestDatabase database, TestReporter reporter) {
        var seed = Long.getLong("kill.seed", System.nanoTime());
        reporter.publishEntry("kill.seed", Long.toString(seed));
        var random = new Random(seed);
        var files = Filling.of(directory, (KILLS + 1) * ROWS_PER_KILL, 20).files();
        files.migrator(database).up();
        for (var kill = 0; kill < KILLS; kill++) {
            var from = kill * ROWS_PER_KILL + random.nextInt(ROWS_PER_KILL / 2);
            try (var child = ChildJvm.backfill(database.url(), files)) {
                awaitUntil(() -> Filling.passed(database) > from);
                pause(random.nextInt(30));
                child.kill();
            }
            reporter.publishEntry("rows at kill " + kill, Integer.toString(Filling.passed(database)));
            assertThat(database.query("select state from schema_migrations_backfills"))
                    .containsExactly("open");
            // how long a lease lasts is another test's claim
            database.execute("update schema_migrations_backfills set lease_until = null");
        }
        Backfills.of(files.migrator(database)).run();
        assertThat(Filling.counts(database)).containsExactly("1: " + (KILLS + 1) * ROWS_PER_KILL);
        assertThat(Filling.passed(database)).isEqualTo((KILLS + 1) * ROWS_PER_KILL);
    }

    @Test
    void another_one_takes_over_when_its_runner_dies(TestDatabase database) {
        var files = slow(4_000);
        files.migrator(database).up();
        var runners = new CopyOnWriteArrayList<String>();
        try (var child = ChildJvm.backfill(database.url(), files)) {
            awaitUntil(() -> Filling.passed(database) > 0);
            var dead = database.query("select runner from schema_migrations_backfills")
                    .get(0);
            try (var standBy = Background.run(() -> Backfills.of(files.migrator(database))
                    .listener(listener(runners))
                    .run())) {
                awaitUntil(() -> runners.contains(dead));
                assertThat(runners).containsOnly(dead);
                child.kill();
                awaitUntil(() -> !runners.get(runners.size() - 1).equals(dead));
                database.execute("drop trigger slow on users");
            }
        }
        assertThat(Filling.counts(database)).containsExactly("1: 4000");
    }

    private static BackfillListener listener(List<String> runners) {
        return new BackfillListener() {
            @Override
            public void progressed(String folder, String name, Backfill backfill) {
                runners.add(String.valueOf(backfill.runner()));
            }
        };
    }

    @Test
    void of_many_runners_one_works_at_a_time(TestDatabase database) {
        var files = Filling.of(directory, 2_000, 10).files();
        files.migrator(database).up();
        var all = Stream.generate(() -> Backfills.of(files.migrator(database)))
                .limit(4)
                .map(backfills -> Background.run(backfills::run))
                .toList();
        all.forEach(Background::close);
        assertThat(Filling.counts(database)).containsExactly("1: 2000");
        assertThat(database.query("select batches from schema_migrations_backfills"))
                .containsExactly("200");
    }

    @Test
    void a_runner_that_loses_its_session_can_be_started_again(TestDatabase database) {
        var files = slow(500);
        files.migrator(database).up();
        var backfills = Backfills.of(files.migrator(database));
        try (var run = Background.run(
                () -> assertThatThrownBy(backfills::run).isInstanceOf(DatabaseUnreachableException.class))) {
            awaitUntil(() -> Filling.passed(database) > 20);
            awaitUntil(() -> !database.query(
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database() and application_name = 'migrations backfill 002_fill.up.sql'")
                    .isEmpty());
        }
        database.execute("drop trigger slow on users");
        backfills.run();
        assertThat(Filling.counts(database)).containsExactly("1: 500");
    }

    @Test
    void a_run_that_is_cancelled_ends_in_the_middle_and_lets_go(TestDatabase database) {
        var files = slow(500);
        files.migrator(database).up();
        var cancellation = new Cancellation();
        var migrator = Migrator.of(files.folder(), database.source())
                .cancellation(cancellation)
                .build();
        try (var run = Background.run(() -> assertThatThrownBy(Backfills.of(migrator)::run)
                .hasMessageContaining("it goes on after what is done"))) {
            awaitUntil(() -> Filling.passed(database) > 20);
            cancellation.request();
        }
        assertThat(database.query("select lease_until from schema_migrations_backfills"))
                .containsExactly("null");
        database.execute("drop trigger slow on users");
        Backfills.of(files.migrator(database)).run();
        assertThat(Filling.counts(database)).containsExactly("1: 500");
    }

    @Test
    void a_runner_needs_one_connection(TestDatabase database) {
        var files = Filling.of(directory, 100, 10).files();
        files.migrator(database).up();
        var connections = new AtomicInteger();
        ConnectionSource counted = () -> {
            connections.incrementAndGet();
            return database.source().connect();
        };
        Backfills.of(files.migrator(counted)).run();
        assertThat(connections).hasValue(1);
    }

    @Test
    void it_works_behind_a_pooler_in_transaction_mode(TestDatabase database, @TempDir Path settings) {
        assumeTrue(PgBouncer.isInstalled());
        var files = Filling.of(directory, 2_000, 10).files();
        files.migrator(database).up();
        try (var bouncer = PgBouncer.before(database, settings)) {
            var all = Stream.generate(() -> Backfills.of(files.migrator(bouncer.source())))
                    .limit(3)
                    .map(backfills -> Background.run(backfills::run))
                    .toList();
            all.forEach(Background::close);
            assertThat(database.query("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and application_name like 'migrations backfill%'"))
                    .containsExactly("0");
        }
        assertThat(Filling.counts(database)).containsExactly("1: 2000");
    }

    /** Each row takes a while, so that something can happen meanwhile. */
    private MigrationFiles slow(int rows) {
        return Filling.of(directory, rows, 10).files().with("003_slow.up.sql", """
                        create function slow() returns trigger language plpgsql as
                        $$ begin perform pg_sleep(0.005); return new; end $$;
                        create trigger slow before update on users for each row execute function slow();
                        """);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
