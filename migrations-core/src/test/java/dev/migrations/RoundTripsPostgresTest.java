package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.testing.CountingProxy;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine costs in round trips, besides the opening of its connections.
 *
 * <p>A start with nothing pending: 2 on one connection (where am I, what was applied). A run: the same 2, then on that
 * connection 1 to look for sessions that a killed runner left, 1 for the history under the lock, 2 to make a history table
 * that is not there, 2 for each transactional migration, and 1 for the fingerprint at its end, which is left out here but in
 * the test of that. On the lock's connection: 1 to take it, 1 before each step, 1 to give it back.
 */
@ExtendWith(PostgresExtension.class)
class RoundTripsPostgresTest {

    private static final int LOOK = 2;
    private static final int BEGIN_RUN = 2;
    private static final int MIGRATION = 2;
    private static final int STAND_ALONE = 7;
    private static final int FINGERPRINT = 1;

    private final MigrationFiles files;

    RoundTripsPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
        files.with("001_a.up.sql", "create table a (id int);").with("001_a.down.sql", "drop table a;");
    }

    @Test
    void a_start_with_nothing_pending_takes_one_connection_and_two_round_trips(TestDatabase database) {
        files.with("R_v.sql", "create or replace view v as select 1;")
                .migrator(database)
                .up();
        assertThat(count(database, Migrator::up)).containsExactly(LOOK);
    }

    @Test
    void a_database_without_history_is_looked_at_in_one_round_trip(TestDatabase database) {
        assertThat(count(database, Migrator::validate)).containsExactly(1);
    }

    @Test
    void three_statements_of_which_one_returns_rows_take_two_round_trips(TestDatabase database) {
        files.migrator(database).up();
        files.with("002_b.up.sql", "create table b (id int); select * from generate_series(1, 9); drop table b;");
        assertThat(count(database, Migrator::up)).containsExactly(LOOK + BEGIN_RUN + MIGRATION, lock(1));
    }

    @Test
    void fifty_statements_take_no_more_round_trips_than_one(TestDatabase database) {
        files.migrator(database).up();
        files.with(
                "002_b.up.sql",
                IntStream.range(0, 50)
                        .mapToObj(i -> "create table b" + i + " (id int primary key);\n")
                        .collect(Collectors.joining()));
        assertThat(count(database, Migrator::up)).containsExactly(LOOK + BEGIN_RUN + MIGRATION, lock(1));
    }

    @Test
    void each_migration_takes_two_round_trips_in_either_direction(TestDatabase database) {
        files.migrator(database).up();
        for (var version = 2; version <= 11; version++) {
            files.with("%03d_t.up.sql".formatted(version), "create table t%d (id int);".formatted(version))
                    .with("%03d_t.down.sql".formatted(version), "drop table t%d;".formatted(version));
        }
        assertThat(count(database, Migrator::up)).containsExactly(LOOK + BEGIN_RUN + 10 * MIGRATION, lock(10));
        assertThat(count(database, migrator -> migrator.down(10)))
                .containsExactly(LOOK + BEGIN_RUN + 10 * MIGRATION, lock(10));
    }

    @Test
    void a_shared_transaction_takes_one_round_trip_for_each_migration_and_one_commit(TestDatabase database) {
        files.with("migration.yaml", "transaction: all\n").migrator(database).up();
        files.with("002_b.up.sql", "create table b (id int);").with("003_c.up.sql", "create table c (id int);");
        assertThat(count(database, Migrator::up)).containsExactly(LOOK + BEGIN_RUN + 2 + 1, lock(2));
    }

    @Test
    void a_first_run_takes_two_round_trips_more_to_make_the_history_table(TestDatabase database) {
        assertThat(count(database, Migrator::up)).containsExactly(1 + 2 + BEGIN_RUN + MIGRATION, lock(1));
    }

    @Test
    void a_concurrent_index_takes_seven_round_trips(TestDatabase database) {
        files.migrator(database).up();
        files.with("002_i.up.sql", "create index concurrently a_id on a (id);");
        assertThat(count(database, Migrator::up)).containsExactly(LOOK + BEGIN_RUN + STAND_ALONE, lock(1));
    }

    @Test
    void a_fingerprint_takes_one_round_trip_at_the_end_of_a_run(TestDatabase database) {
        files.migrator(database).up();
        files.with("002_b.up.sql", "create table b (id int);").with("003_c.up.sql", "create table c (id int);");
        assertThat(count(database, files::withFingerprints, Migrator::up))
                .containsExactly(LOOK + BEGIN_RUN + 2 * MIGRATION + FINGERPRINT, lock(2));
        assertThat(count(database, files::withFingerprints, Migrator::up)).containsExactly(LOOK);
    }

    @Test
    void rows_of_history_are_written_without_a_script_in_one_transaction(TestDatabase database) {
        assertThat(count(database, migrator -> migrator.baseline(new MigrationVersion(1))))
                .containsExactly(1 + 2 + BEGIN_RUN + 1 + 1, lock(1));
    }

    private static int lock(int steps) {
        return 1 + steps + 1;
    }

    private List<Integer> count(TestDatabase database, Consumer<Migrator> command) {
        return count(database, files::migrator, command);
    }

    private static List<Integer> count(
            TestDatabase database, Function<ConnectionSource, Migrator> migrator, Consumer<Migrator> command) {
        try (var proxy = CountingProxy.before(database)) {
            command.accept(migrator.apply(proxy.source()));
            return proxy.roundTrips();
        }
    }
}
