package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.Problem;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.LockLog;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gets no lock is undone and tried again; a sequence, which no rollback undoes, counts the tries. */
@ExtendWith(PostgresExtension.class)
class LockRetryPostgresTest {

    private static final String READER = "select from t";
    private static final int TRIES = 3;

    private final MigrationFiles files;
    private final LockLog log = new LockLog();

    LockRetryPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory).with("migration.yaml", "lock-timeout: 50ms\n");
    }

    @BeforeEach
    void a_table_and_counters(TestDatabase database) {
        database.execute(
                "create table t (id int primary key)",
                "create sequence one",
                "create sequence two",
                "create table whole (id int) partition by list (id)",
                "create table part partition of whole for values in (1)");
    }

    @Test
    void a_migration_is_applied_once_whoever_was_in_the_way_is_gone(TestDatabase database) {
        files.with("001_a.up.sql", "select nextval('one'); create table a (id int); alter table t add x int;");
        assertThat(upAfterTries(database, READER)).applied("1");
        assertThat(count(database, "one")).isGreaterThan(TRIES);
        assertThat(database.query("select version from schema_migrations")).containsExactly("1");
        assertThat(log.retries()).allSatisfy(retry -> {
            assertThat(retry.script()).isEqualTo("001_a.up.sql");
            assertThat(retry.sqlState()).isEqualTo("55P03");
        });
        assertThat(log.retries().get(0).lockTimeout()).hasMillis(50);
    }

    @Test
    void between_two_tries_nothing_is_held_and_nothing_is_written(TestDatabase database) {
        var seen = new ArrayList<String>();
        log.onRetry(() -> seen.addAll(database.query("""
                select relation::regclass || mode from pg_locks l join pg_stat_activity a using (pid)
                where a.application_name like 'migrations%' and l.relation >= 16384
                  and l.database = (select oid from pg_database where datname = current_database())
                union all
                select 'row of ' || version from schema_migrations where state <> 'applied'""")));
        files.with("001_a.up.sql", "create table a (id int); alter table t add x int;");
        upAfterTries(database, READER);
        files.with("002_d.up.sql", "alter table whole detach partition part concurrently;");
        upAfterTries(database, "select from whole");
        assertThat(seen).isEmpty();
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void only_the_segment_that_got_no_lock_is_tried_again(TestDatabase database) {
        files.with("001_a.up.sql", """
                set search_path = pg_catalog, public;
                select nextval('public.one');
                vacuum public.whole;
                select nextval('two');
                alter table t add x int;
                """);
        assertThat(upAfterTries(database, READER)).applied("1");
        assertThat(count(database, "one")).isEqualTo(1);
        assertThat(count(database, "two")).isGreaterThan(TRIES);
    }

    @Test
    void steps_that_share_a_transaction_are_tried_again_from_the_first(TestDatabase database) {
        files.with("migration.yaml", "transaction: all\nlock-timeout: 50ms\n")
                .with("001_a.up.sql", "select nextval('one'); create table a (id int);")
                .with("002_b.up.sql", "select nextval('two'); alter table t add x int;");
        assertThat(upAfterTries(database, READER)).applied("1", "2");
        assertThat(count(database, "one")).isEqualTo(count(database, "two")).isGreaterThan(TRIES);
        assertThat(database.query("select version from schema_migrations order by 1"))
                .containsExactly("1", "2");
    }

    @Test
    void the_way_down_and_repeatables_are_tried_again_too(TestDatabase database) {
        files.with("001_a.up.sql", "select 1;")
                .with("001_a.down.sql", "alter table t add x int;")
                .with("R_r.sql", "alter table t alter id set statistics 10;");
        assertThat(upAfterTries(database, "lock table t in access exclusive mode")
                        .executedFiles())
                .containsExactly("001_a.up.sql", "R_r.sql");
        var down = inTheWay(database, READER, () -> migrator(database).down(1));
        assertThat(down).rolledBack("1");
        assertThat(database.query("select version from schema_migrations")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set lock_timeout = '100ms'; create index concurrently ti on t (id);",
                "set lock_timeout = '100ms'; reindex table concurrently t;",
                "set lock_timeout = '100ms'; drop index concurrently old;",
                "vacuum (full) t;"
            })
    void a_statement_that_stands_alone_is_healed_and_tried_again(String script, TestDatabase database) {
        database.execute("create index old on t (id)");
        files.with("001_a.up.sql", "create table a (id int);" + script);
        assertThat(upAfterTries(database, "insert into t values (1)")).applied("1");
        assertThat(database.query("select indexrelid::regclass from pg_index where not indisvalid"))
                .isEmpty();
        var indexes = database.query("select count(*) from pg_index where indrelid = 't'::regclass");
        assertThat(indexes).containsExactly(script.contains("create") ? "3" : script.contains("drop") ? "1" : "2");
    }

    @Test
    void a_detach_that_is_pending_is_finished_by_the_next_try(TestDatabase database) {
        files.with("001_d.up.sql", "alter table whole detach partition part concurrently;");
        log.onRetry(() -> assertThat(
                        database.query("select inhdetachpending from pg_inherits where inhrelid = 'part'::regclass"))
                .containsExactly("t"));
        assertThat(upAfterTries(database, "select from whole")).applied("1");
        assertThat(database.query("select from pg_inherits where inhrelid = 'part'::regclass"))
                .isEmpty();
    }

    @Test
    void a_concurrent_build_waits_for_as_long_as_it_takes(TestDatabase database) {
        files.with("001_i.up.sql", "-- migrations: lock-timeout=1ms\ncreate index concurrently ti on t (id);");
        inTheWay(database, "insert into t values (1)", () -> migrator(database).up(), () -> !log.waits()
                .isEmpty());
        assertThat(log.retries()).isEmpty();
    }

    @Test
    void a_procedure_that_may_have_committed_is_not_called_again(TestDatabase database) {
        files.with("001_c.up.sql", """
                -- migrations: transaction=none
                set lock_timeout = '100ms';
                do $$ begin perform nextval('one'); commit; lock table t; end $$;
                """);
        try (var reader = OpenTransaction.in(database, READER)) {
            assertThat(failure(database).exitCode()).isEqualTo(ExitCode.LOCKED);
        }
        assertThat(count(database, "one")).isEqualTo(1);
    }

    @Test
    void when_the_budget_is_used_up_the_failure_says_so(TestDatabase database) {
        files.with("001_a.up.sql", "select 1;")
                .with(
                        "002_b.up.sql",
                        "-- migrations: lock-timeout=20ms lock-retry-budget=300ms\nselect nextval('one'); alter table t add x int;");
        try (var reader = OpenTransaction.in(database, READER)) {
            var failure = failure(database);
            assertThat(failure.exitCode()).isEqualTo(ExitCode.LOCKED);
            assertThat(failure.report()).applied("1");
            var problem = failure.problems().get(0);
            assertThat(problem.code()).isEqualTo("lock-timeout");
            assertThat(problem.location()).hasToString("002_b.up.sql:2:24");
            assertThat(problem.message())
                    .contains("Nothing of 002_b.up.sql was kept.")
                    .contains("Tried " + count(database, "one") + " times in ");
            assertThat(count(database, "one")).isGreaterThan(TRIES);
        }
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void what_a_script_sets_itself_goes_before_the_schedule(TestDatabase database) {
        files.with("001_a.up.sql", "create table a as select current_setting('lock_timeout') as own;")
                .with("002_b.up.sql", """
                        set lock_timeout = '77ms';
                        create table b as select current_setting('lock_timeout') as own;
                        alter table t add x int;
                        """)
                .with("003_c.up.sql", "create table c as select current_setting('lock_timeout') as own;");
        assertThat(upAfterTries(database, READER)).applied("1", "2", "3");
        assertThat(database.query("select own from a union all table b union all table c"))
                .containsExactly("50ms", "77ms", "50ms");
    }

    @Test
    void a_script_that_wants_to_wait_for_ever_is_not_tried_again(TestDatabase database) {
        files.with("001_a.up.sql", "set lock_timeout = 0; select nextval('one'); alter table t add x int;");
        inTheWay(database, READER, () -> migrator(database).up(), () -> !log.waits()
                .isEmpty());
        assertThat(log.retries()).isEmpty();
        assertThat(count(database, "one")).isEqualTo(1);
    }

    @Test
    void a_default_gives_way_to_a_statement_timeout(TestDatabase database) {
        database.execute("alter database " + database.name() + " set statement_timeout = '4s'");
        files.with("migration.yaml", "lock-retry-budget: 0s")
                .with("001_a.up.sql", "create table a as select current_setting('lock_timeout') as own;")
                .with(
                        "002_b.up.sql",
                        "-- migrations: statement-timeout=2s\ncreate table b as select current_setting('lock_timeout') as own;");
        migrator(database).up();
        assertThat(database.query("select own from a union all table b")).containsExactly("3200ms", "1600ms");
    }

    @Test
    void whoever_is_chosen_to_end_a_deadlock_tries_again(TestDatabase database) {
        database.execute("create table u (id int)");
        files.with("001_a.up.sql", """
                set lock_timeout = 0;
                set deadlock_timeout = '10ms';
                lock table t;
                do $$ begin
                    while nextval('one') = 1 or not exists (
                        select from pg_locks where relation = 't'::regclass and not granted) and currval('one') < 1000 loop
                        perform pg_sleep(0.01);
                    end loop;
                    perform setval('one', 1000);
                end $$;
                lock table u;
                create table a (id int);
                """);
        try (var other = OpenTransaction.in(database, "lock table u");
                var rival = Background.run(() -> {
                    awaitUntil(
                            () -> !database.query("select 1 from pg_locks where relation = 't'::regclass and granted")
                                    .isEmpty());
                    other.execute("lock table t");
                    other.close();
                })) {
            assertThat(migrator(database).up()).applied("1");
        }
        assertThat(log.retries()).isNotEmpty().allSatisfy(retry -> assertThat(retry.sqlState())
                .isEqualTo("40P01"));
    }

    @Test
    void a_cancelled_run_ends_between_two_tries(TestDatabase database) {
        var cancellation = new Cancellation();
        log.onRetry(cancellation::request);
        files.with("001_a.up.sql", "select nextval('one'); alter table t add x int;");
        try (var reader = OpenTransaction.in(database, READER)) {
            var migrator = Migrator.of(files.folder(), database.source())
                    .listener(log)
                    .cancellation(cancellation)
                    .build();
            var failure = catchThrowableOfType(MigrationFailedException.class, migrator::up);
            assertThat(failure.problems()).extracting(Problem::code).containsExactly("cancelled");
        }
        assertThat(count(database, "one")).isEqualTo(1);
    }

    @Test
    void whoever_has_lost_the_lock_of_the_runner_does_not_try_again(TestDatabase database) {
        log.onRetry(() -> database.query(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name like 'migrations lock%'"
                        + " and datname = current_database()"));
        files.with("001_a.up.sql", "select nextval('one'); alter table t add x int;");
        try (var reader = OpenTransaction.in(database, READER)) {
            assertThat(failure(database).problems()).extracting(Problem::code).containsExactly("lock-lost");
        }
        assertThat(count(database, "one")).isEqualTo(1);
    }

    @Test
    void whoever_is_killed_while_it_tries_leaves_nothing(TestDatabase database) {
        files.with("001_a.up.sql", "-- migrations: lock-timeout=20ms\nselect nextval('one'); alter table t add x int;");
        try (var reader = OpenTransaction.in(database, READER)) {
            try (var child = ChildJvm.up(database.url(), files)) {
                awaitUntil(() -> count(database, "one") > TRIES);
                child.kill();
            }
            awaitUntil(() -> database.query("select 1 from pg_locks where relation = 't'::regclass and not granted")
                    .isEmpty());
            assertThat(database.query("select 1 from schema_migrations")).isEmpty();
        }
        assertThat(files.migrator(database).up()).applied("1");
    }

    private MigrationReport upAfterTries(TestDatabase database, String inTheWay) {
        return inTheWay(database, inTheWay, () -> migrator(database).up());
    }

    private MigrationReport inTheWay(TestDatabase database, String statement, Supplier<MigrationReport> run) {
        var before = log.retries().size();
        return inTheWay(database, statement, run, () -> log.retries().size() >= before + TRIES);
    }

    /** Somebody is in the way until this is so. */
    private static MigrationReport inTheWay(
            TestDatabase database, String statement, Supplier<MigrationReport> run, BooleanSupplier until) {
        var other = OpenTransaction.in(database, statement);
        try (var end = Background.run(() -> {
            awaitUntil(until);
            other.close();
        })) {
            return run.get();
        }
    }

    private MigrationFailedException failure(TestDatabase database) {
        return catchThrowableOfType(
                MigrationFailedException.class, () -> migrator(database).up());
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.of(files.folder(), database.source()).listener(log).build();
    }

    /** How many times a sequence was asked; a sequence that was never asked has a last value of one, too. */
    private static int count(TestDatabase database, String sequence) {
        return Integer.parseInt(database.query("select case when is_called then last_value else 0 end from " + sequence)
                .get(0));
    }
}
