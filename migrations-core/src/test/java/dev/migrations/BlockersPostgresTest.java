package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.database.BlockerEnding;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.CancelBlockers;
import dev.migrations.migration.LockSettings;
import dev.migrations.problem.ExitCode;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.LockLog;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PgBouncer;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the way of a migration, and what can be done about it. */
@ExtendWith(PostgresExtension.class)
class BlockersPostgresTest {

    private static final String READ = "select * from t where name = 'Ann'";

    private final MigrationFiles files;
    private final LockLog log = new LockLog();

    BlockersPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory)
                .with("001_a.up.sql", "-- migrations: lock-timeout=0\nalter table t add x int;");
    }

    @BeforeEach
    void a_table(TestDatabase database) {
        database.execute("create table t (id int, name text)");
    }

    @Test
    void each_session_in_the_way_is_told_with_what_it_holds(TestDatabase database) {
        try (var reader = OpenTransaction.in(database, "set application_name = 'shop'", READ);
                var run = Background.run(() -> migrator(database.source()).up())) {
            awaitUntil(() -> !log.waits().isEmpty());
            var wait = log.waits().get(0);
            assertThat(wait.script()).isEqualTo("001_a.up.sql");
            assertThat(wait.waited()).isGreaterThan(Duration.ofSeconds(1));
            assertThat(wait.sessions()).singleElement().satisfies(session -> {
                assertThat(session.pid()).isEqualTo(reader.pid());
                assertThat(session.user()).isEqualTo("postgres");
                assertThat(session.application()).isEqualTo("shop");
                assertThat(session.kind()).isEqualTo("client backend");
                assertThat(session.isIdleInTransaction()).isTrue();
                assertThat(session.transactionAge()).isPositive();
                assertThat(session.query()).isEqualTo(READ);
                assertThat(session.maskedQuery()).contains("select * from t where name = ?");
                assertThat(session.lockMode()).isEqualTo("AccessShareLock");
                assertThat(session.relation()).isEqualTo("t");
            });
            assertThat(log.unblocked()).isZero();
            reader.close();
        }
        assertThat(log.unblocked()).isEqualTo(1);
    }

    @Test
    void the_status_tells_who_is_in_the_way_of_another_process(TestDatabase database) {
        try (var reader = OpenTransaction.in(database, "set application_name = 'shop'", READ);
                var other = ChildJvm.up(database.url(), files)) {
            var status = files.migrator(database);
            awaitUntil(() -> !status.status().blockers().isEmpty());
            assertThat(status.status().blockers()).singleElement().satisfies(session -> {
                assertThat(session.pid()).isEqualTo(reader.pid());
                assertThat(session.application()).isEqualTo("shop");
                assertThat(session.state()).isEqualTo("idle in transaction");
                assertThat(session.query()).isEqualTo(READ);
            });
            reader.close();
            other.await();
            assertThat(status.status().blockers()).isEmpty();
        }
    }

    @Test
    void nobody_is_in_the_way_of_a_folder_on_which_nobody_works(TestDatabase database) {
        try (var reader = OpenTransaction.in(database, READ);
                var waiting = Background.run(() -> database.execute("alter table t add y int"))) {
            awaitUntil(() ->
                    database.query("select pid from pg_locks where not granted").size() == 1);
            assertThat(files.migrator(database).status().blockers()).isEmpty();
            reader.close();
        }
    }

    @Test
    void a_run_that_nobody_keeps_opens_no_third_connection(TestDatabase database) {
        var opened = new AtomicInteger();
        files.with("001_a.up.sql", "create table a (id int); alter table t add x int;");
        migrator(() -> {
                    opened.incrementAndGet();
                    return database.source().connect();
                })
                .up();
        assertThat(opened).hasValue(2);
        assertThat(log.waits()).isEmpty();
        assertThat(log.unblocked()).isZero();
    }

    @Test
    void a_build_says_for_which_transaction_it_waits(TestDatabase database) {
        files.with("001_a.up.sql", "create index concurrently ti on t (id);");
        try (var writer = OpenTransaction.in(database, "insert into t values (1)");
                var run = Background.run(() -> migrator(database.source()).up())) {
            awaitUntil(() -> !log.waits().isEmpty());
            assertThat(log.waits().get(0).pids()).containsExactly(writer.pid());
            writer.close();
        }
    }

    @Test
    void the_failure_names_them_and_what_to_do(TestDatabase database) {
        files.with("001_a.up.sql", "-- migrations: lock-timeout=4s lock-retry-budget=0\nalter table t add x int;");
        try (var reader = OpenTransaction.in(database, READ)) {
            var failure = catchThrowableOfType(MigrationFailedException.class, () -> migrator(database.source())
                    .up());
            assertThat(failure.exitCode()).isEqualTo(ExitCode.LOCKED);
            var problem = failure.problems().get(0);
            assertThat(problem.message())
                    .contains("In the way:\n  pid " + reader.pid() + " (postgres")
                    .contains("AccessShareLock on t: select * from t where name = ?")
                    .doesNotContain("Ann");
            assertThat(problem.hint()).startsWith("select pg_terminate_backend(" + reader.pid() + "); ");
        }
    }

    @Test
    void behind_a_pooler_they_are_found_too(TestDatabase database, @TempDir Path bouncer) {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
        files.with("001_a.up.sql", "-- migrations: lock-timeout=2s\ncreate table a (id int); alter table t add x int;")
                .with("002_b.up.sql", "-- migrations: lock-timeout=50ms\nalter table t add y int;");
        try (var pool = PgBouncer.before(database, bouncer);
                var reader = OpenTransaction.in(database, READ);
                var run = Background.run(() -> migrator(pool.source()).up())) {
            awaitUntil(() -> !log.waits().isEmpty());
            assertThat(log.waits().get(0).pids()).containsExactly(reader.pid());
            reader.close();
        }
        assertThat(log.retries()).isNotEmpty();
        assertThat(database.query("select version from schema_migrations order by 1"))
                .containsExactly("1", "2");
        assertThat(database.query("select attname from pg_attribute where attrelid = 't'::regclass and attnum > 2"))
                .containsExactly("x", "y");
    }

    @Test
    void on_request_a_session_that_is_idle_in_its_transaction_is_ended(TestDatabase database) {
        try (var reader = OpenTransaction.in(database, READ)) {
            var pid = reader.pid();
            assertThat(cancelling(database.source()).up()).applied("1");
            assertThat(log.endings()).singleElement().satisfies(ending -> {
                assertThat(ending.session().pid()).isEqualTo(pid);
                assertThat(ending.refusal()).isNull();
            });
            assertThat(database.query("select pid from pg_stat_activity where pid = " + pid))
                    .isEmpty();
        }
    }

    @Test
    void a_session_that_works_is_never_ended(TestDatabase database) {
        files.with("001_a.up.sql", "-- migrations: lock-timeout=4s lock-retry-budget=0\nalter table t add x int;");
        try (var reader = OpenTransaction.in(database, READ)) {
            var sleep = Background.run(() -> assertThatThrownBy(() -> reader.execute("select pg_sleep(600)"))
                    .isNotNull());
            awaitUntil(() -> database.query("select state from pg_stat_activity where pid = " + reader.pid())
                    .contains("active"));
            var failure = catchThrowableOfType(MigrationFailedException.class, () -> cancelling(database.source())
                    .up());
            assertThat(failure.problems().get(0).hint()).startsWith("select pg_cancel_backend(" + reader.pid() + ");");
            assertThat(log.endings()).isEmpty();
            assertThat(database.query("select pg_cancel_backend(" + reader.pid() + ")"))
                    .containsExactly("t");
            sleep.close();
        }
    }

    @Test
    void a_role_that_may_not_end_it_says_what_to_grant(TestDatabase database) {
        var role = database.name() + "_app";
        database.execute(
                "create role " + role + " login password 'app'",
                "grant create on schema public to " + role,
                "alter table t owner to " + role);
        try (var reader = OpenTransaction.in(database, READ)) {
            var source = ConnectionSource.of(
                    database.url().replaceFirst("\\?.*", "?user=" + role + "&password=app"), null, null);
            try (var run = Background.run(() -> cancelling(source).up())) {
                awaitUntil(() -> !log.endings().isEmpty());
                assertThat(log.waits().get(0).sessions()).singleElement().satisfies(session -> {
                    assertThat(session.pid()).isEqualTo(reader.pid());
                    assertThat(session.state()).isNull();
                    assertThat(session.query()).isNull();
                });
                assertThat(log.endings())
                        .extracting(BlockerEnding::toString)
                        .containsExactly("could not end pid " + reader.pid()
                                + ", as cancel-blockers asks: the role may not end it: grant pg_signal_backend,"
                                + " pg_read_all_stats to \"" + role + "\";");
                reader.close();
            }
        } finally {
            database.execute("drop owned by " + role, "drop role " + role);
        }
    }

    private Migrator migrator(ConnectionSource source) {
        return Migrator.of(files.folder(), source).listener(log).build();
    }

    private Migrator cancelling(ConnectionSource source) {
        var ending = new LockSettings(null, null, CancelBlockers.IDLE_IN_TRANSACTION);
        var folder = files.folder().withSettings(settings -> settings.withLocks(ending.orElse(settings.locks())));
        return Migrator.of(folder, source).listener(log).build();
    }
}
