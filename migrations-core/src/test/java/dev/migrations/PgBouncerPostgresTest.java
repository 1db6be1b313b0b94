package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.MigrationResult.Action;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.FiftyMigrations;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PgBouncer;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Race;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Through a pooler in transaction mode, where each transaction may get another server session. */
@ExtendWith(PostgresExtension.class)
class PgBouncerPostgresTest {

    private static final int RUNNERS = 16;
    private static final int SESSIONS = 20;

    private final Path directory;

    PgBouncerPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void is_installed() {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
    }

    @Test
    void sixteen_runners_apply_each_migration_once_and_all_end_well(TestDatabase database, @TempDir Path bouncer) {
        var migrations = FiftyMigrations.in(directory);
        try (var pool = PgBouncer.before(database, bouncer)) {
            var executed = Race.of(RUNNERS, migrations.files(), pool.source());
            assertThat(executed).hasSize(51).doesNotHaveDuplicates();
        }
        FiftyMigrations.assertAppliedOnce(database);
    }

    @Test
    void where_one_is_killed_the_next_goes_on(TestDatabase database, @TempDir Path bouncer) {
        database.execute("create table t as select generate_series(1, 1000) as id");
        var files = MigrationFiles.in(directory)
                .with("001_i.up.sql", "create table a (id int); create index concurrently ti on t (id);");
        try (var pool = PgBouncer.before(database, bouncer)) {
            try (var others = OpenTransaction.withSnapshot(database);
                    var child = ChildJvm.up(pool.url(), files)) {
                awaitUntil(() -> !database.query(
                                "select pid from pg_stat_progress_create_index where datname = current_database() and command = 'CREATE INDEX CONCURRENTLY'")
                        .isEmpty());
                child.kill();
            }
            assertThat(files.migrator(pool.source()).up()).did(Action.RESUMED, "1");
        }
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ti'::regclass"))
                .containsExactly("t");
    }

    @Test
    void no_pooled_session_keeps_what_a_script_has_set(TestDatabase database, @TempDir Path bouncer)
            throws SQLException {
        database.execute("create schema other");
        var files =
                MigrationFiles.in(directory).with("001_settings.up.sql", """
                        set search_path = other;
                        set role pg_read_all_data;
                        set lock_timeout = '1ms';
                        set statement_timeout = 1234;
                        set session authorization pg_monitor;
                        """).with("002_index.up.sql", """
                        create table t (id int);
                        create index concurrently on t (id);
                        set search_path = other;
                        """);
        try (var pool = PgBouncer.before(database, bouncer)) {
            var before = sessions(pool);
            assertThat(files.migrator(pool.source()).up()).applied("1", "2");
            assertThat(sessions(pool)).isEqualTo(before);
        }
    }

    @Test
    void nor_does_one_that_the_application_uses_meanwhile(TestDatabase database, @TempDir Path bouncer)
            throws SQLException {
        database.execute(
                "alter database " + database.name() + " set datestyle = 'German'",
                "alter database " + database.name() + " set search_path = '$user', public, pg_temp");
        var files = MigrationFiles.in(directory).with("001_t.up.sql", "create table t (id int);");
        for (var version = 2; version <= 40; version++) {
            files.with("%03d_i.up.sql".formatted(version), "create index concurrently on t (id);");
        }
        try (var pool = PgBouncer.before(database, bouncer)) {
            var before = sessions(pool);
            var done = new AtomicBoolean();
            var traffic = Stream.generate(() -> Background.run(() -> work(pool, done)))
                    .limit(8)
                    .toList();
            try {
                files.migrator(pool.source()).up();
            } finally {
                done.set(true);
                traffic.forEach(Background::close);
            }
            assertThat(sessions(pool)).isEqualTo(before);
        }
    }

    private static void work(PgBouncer pool, AtomicBoolean done) {
        try (var connection = pool.source().connect();
                var statement = connection.createStatement()) {
            while (!done.get()) {
                statement.execute("select 1");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of every session in the pool: each is seen, because the transactions are open at the same time. */
    private static List<String> sessions(PgBouncer pool) throws SQLException {
        var connections = new ArrayList<java.sql.Connection>();
        var seen = new ArrayList<String>();
        try {
            for (var i = 0; i < SESSIONS; i++) {
                var connection = pool.source().connect();
                connections.add(connection);
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("""
                                select concat_ws(' ', current_setting('search_path'), current_setting('role'),
                                       session_user, current_setting('lock_timeout'), current_setting('statement_timeout'),
                                       current_setting('synchronous_commit'), current_setting('application_name'))""")) {
                    rows.next();
                    seen.add(rows.getString(1));
                }
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        return seen;
    }
}
