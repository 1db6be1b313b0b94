package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.problem.Problem;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of a runner that the server ends. */
@ExtendWith(PostgresExtension.class)
class LostSessionPostgresTest {

    private static final String END_LOCK = """
            select pg_terminate_backend(l.pid, 10000)
            from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and l.granted and d.datname = current_database()""";

    private static final String SLEEPER = """
            select pid from pg_stat_activity
            where datname = current_database() and wait_event = 'PgSleep'""";

    private final MigrationFiles files;

    LostSessionPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void a_runner_that_has_lost_the_lock_stops_before_the_next_step(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);")
                .with("002_b.up.sql", "create table b (id int);")
                .with("003_c.up.sql", "create table c (id int);");
        var migrator = Migrator.of(files.folder(), database.source())
                .listener(new MigrationListener() {
                    @Override
                    public void finished(String folder, String name, MigrationResult result) {
                        if (result.script().startsWith("002")) {
                            database.query(END_LOCK);
                        }
                    }
                })
                .build();
        var failure = catchThrowableOfType(MigrationFailedException.class, migrator::up);
        assertThat(failure.report()).applied("1", "2");
        assertThat(failure.problems()).extracting(Problem::code).containsExactly("lock-lost");
        assertThat(database.hasTable("c")).isFalse();
        assertThat(files.migrator(database).up()).applied("3");
    }

    @Test
    void whoever_gets_the_lock_ends_the_work_of_whoever_has_lost_it(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int); select pg_sleep(3600);");
        try (var first = Background.run(() -> fail(files, database))) {
            awaitUntil(() -> !database.query(SLEEPER).isEmpty());
            database.query(END_LOCK);
            files.with("001_a.up.sql", "create table a (id bigint);");
            assertThat(files.migrator(database).up()).applied("1");
        }
        assertThat(database.query(
                        "select atttypid::regtype from pg_attribute where attrelid = 'a'::regclass and attnum = 1"))
                .containsExactly("bigint");
    }

    @Test
    void a_server_that_goes_away_in_mid_migration_leaves_nothing_half_done(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);")
                .with("002_b.up.sql", "create table b (id int); select pg_sleep(3600);");
        try (var first = Background.run(() -> fail(files, database, "1"))) {
            awaitUntil(() -> !database.query(SLEEPER).isEmpty());
            database.query("select pg_terminate_backend(pid) from (" + SLEEPER + ") s");
        }
        assertThat(database.hasTable("b")).isFalse();
        files.with("002_b.up.sql", "create table b (id int);");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_migration_may_take_longer_than_the_database_lets_transactions_be_idle(TestDatabase database) {
        database.execute(
                "alter database " + database.name() + " set idle_in_transaction_session_timeout = 300",
                "alter database " + database.name() + " set idle_session_timeout = 300");
        files.with("001_a.up.sql", "select pg_sleep(1); create table a (id int);")
                .with("002_i.up.sql", "create index concurrently on a (id);")
                .with("003_v.up.sql", "select pg_sleep(1); vacuum a;");
        assertThat(files.migrator(database).up()).applied("1", "2", "3");
    }

    private static void fail(MigrationFiles files, TestDatabase database, String... applied) {
        var failure = catchThrowableOfType(
                MigrationFailedException.class, () -> files.migrator(database).up());
        assertThat(failure).hasMessageContaining("The connection is lost.");
        assertThat(failure.report()).applied(applied);
    }
}
