package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.ConnectionSource;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.FiftyMigrations;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code kill -9} of a process that migrates, and what the others then do. */
@ExtendWith(PostgresExtension.class)
@Isolated("it starts one process after the other, and waits for each")
class KillPostgresTest {

    private static final int KILLS = Integer.getInteger("kill.count", 20);
    private static final int OTHERS = 3;

    private static final String SLEEPER =
            "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

    private final Path directory;

    KillPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void wherever_one_is_killed_the_others_go_on_and_apply_each_migration_once(TestReporter reporter) {
        var seed = Long.getLong("kill.seed", System.nanoTime());
        reporter.publishEntry("kill.seed", Long.toString(seed));
        var random = new Random(seed);
        var migrations = FiftyMigrations.in(directory);
        for (var i = 0; i < KILLS; i++) {
            try (var database = PostgresServer.get().createDatabase()) {
                var rows = killOne(database, migrations.files(), random.nextInt(50), random.nextInt(8));
                reporter.publishEntry("rows at kill " + i, Integer.toString(rows));
                FiftyMigrations.assertAppliedOnce(database);
            }
        }
    }

    private static int killOne(TestDatabase database, MigrationFiles files, int rows, int milliseconds) {
        try (var child = ChildJvm.up(database.url(), files)) {
            awaitUntil(() -> database.hasTable("schema_migrations"));
            var others = Stream.generate(() -> files.migrator(database))
                    .limit(OTHERS)
                    .map(migrator -> Background.run(migrator::up))
                    .toList();
            awaitUntil(() -> rows(database) >= rows);
            pause(milliseconds);
            child.kill();
            var atKill = rows(database);
            others.forEach(Background::close);
            return atKill;
        }
    }

    @Test
    void an_index_whose_builder_was_killed_is_built_by_the_next_runner(TestDatabase database) {
        var files = MigrationFiles.in(directory)
                .with("001_t.up.sql", "create table t as select generate_series(1, 1000) as id;");
        files.migrator(database).up();
        files.with("002_i.up.sql", """
                create table before_index (id int);
                create index concurrently t_id on t (id);
                create table after_index (id int);
                """);
        var others = OpenTransaction.withSnapshot(database);
        int orphan;
        try (var child = ChildJvm.up(database.url(), files)) {
            var waiting = "select pid from pg_stat_progress_create_index"
                    + " where datname = current_database() and phase = 'waiting for old snapshots'";
            awaitUntil(() -> !database.query(waiting).isEmpty());
            orphan = Integer.parseInt(database.query(waiting).get(0));
            child.kill();
        }
        assertThat(isThere(database, orphan)).as("nobody has told it").isTrue();
        try (var next = Background.run(() -> files.migrator(database).up())) {
            awaitUntil(() -> !isThere(database, orphan));
            others.close();
        }
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 't_id'::regclass"))
                .containsExactly("t");
        assertThat(database.hasTable("after_index")).isTrue();
        assertThat(files.migrator(database).up().results()).isEmpty();
    }

    @Test
    void a_statement_whose_sender_was_killed_is_ended_and_not_waited_for(TestDatabase database) {
        endsOrphan(database, database.url());
    }

    @Test
    void a_role_without_any_privilege_may_end_its_own(TestDatabase database) {
        var role = database.name() + "_app";
        database.execute("create role " + role + " login password 'app'", "grant create on schema public to " + role);
        try {
            var url = database.url().replaceFirst("\\?.*", "?user=" + role + "&password=app");
            endsOrphan(database, url);
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    private void endsOrphan(TestDatabase database, String url) {
        var files = MigrationFiles.in(directory)
                .with("001_t.up.sql", "create table t (id int); insert into t values (1); select pg_sleep(3600);");
        int orphan;
        try (var child = ChildJvm.up(url, files)) {
            awaitUntil(() -> !database.query(SLEEPER).isEmpty());
            orphan = Integer.parseInt(database.query(SLEEPER).get(0));
            child.kill();
        }
        files.with("001_t.up.sql", "create table t (id int); insert into t values (2);");
        files.migrator(ConnectionSource.of(url, null, null)).up();
        assertThat(isThere(database, orphan)).isFalse();
        assertThat(database.query("select id from t")).isEqualTo(List.of("2"));
    }

    private static boolean isThere(TestDatabase database, int pid) {
        return !database.query("select pid from pg_stat_activity where pid = " + pid)
                .isEmpty();
    }

    private static int rows(TestDatabase database) {
        return Integer.parseInt(
                database.query("select count(*) from schema_migrations").get(0));
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
