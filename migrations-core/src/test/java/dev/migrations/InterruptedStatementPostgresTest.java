package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.MigrationResult.Action;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlanRefusedException;
import dev.migrations.problem.Problem;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Statements that stand alone, ended by the server in the middle of their work. */
@ExtendWith(PostgresExtension.class)
class InterruptedStatementPostgresTest {

    private static final String WORKER = """
            select pid from pg_stat_activity
            where datname = current_database() and application_name like 'migrations % 002_%'
              and wait_event_type in ('Lock', 'Timeout')""";

    private final MigrationFiles files;

    InterruptedStatementPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void a_table_with_an_index(TestDatabase database) {
        files.with("001_t.up.sql", """
                        create table t (id int primary key);
                        create index ti on t (id);
                        create table whole (id int) partition by list (id);
                        create table part partition of whole for values in (1);
                        """)
                .with("001_t.down.sql", "drop table t, whole;")
                .migrator(database)
                .up();
    }

    @Test
    void a_concurrent_drop_is_finished(TestDatabase database) {
        files.with("002_drop.up.sql", "drop index concurrently ti;");
        interrupt(database, "select from t", Migrator::up);
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ti'::regclass"))
                .containsExactly("f");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.hasTable("ti")).isFalse();
    }

    @Test
    void a_concurrent_drop_that_was_done_is_not_an_error(TestDatabase database) {
        files.with("002_drop.up.sql", "drop index concurrently ti;");
        interrupt(database, "select from t", Migrator::up);
        database.execute("drop index concurrently ti");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
    }

    @Test
    void a_concurrent_index_that_was_built_is_not_an_error(TestDatabase database) {
        files.with("002_i.up.sql", "create index concurrently ui on t (id);");
        interrupt(database, "insert into t values (1)", Migrator::up);
        database.execute("drop index concurrently ui", "create index ui on t (id)");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
    }

    @Test
    void a_concurrent_drop_of_nothing_is_an_error_each_time(TestDatabase database) {
        files.with("002_drop.up.sql", "drop index concurrently nothing;");
        for (var again = 0; again < 2; again++) {
            var failure = catchThrowableOfType(MigrationFailedException.class, () -> files.migrator(database)
                    .up());
            assertThat(failure).hasMessageContaining("index \"nothing\" does not exist");
        }
    }

    @Test
    void a_concurrent_rebuild_leaves_no_copy(TestDatabase database) {
        files.with("002_reindex.up.sql", "reindex index concurrently ti;");
        interrupt(database, "select from t", Migrator::up);
        assertThat(database.hasTable("ti_ccnew")).isTrue();
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query("select indexrelid::regclass::text || indisvalid::text from pg_index"
                        + " where indrelid = 't'::regclass order by 1"))
                .containsExactly("t_pkeytrue", "titrue");
    }

    @Test
    void a_rebuild_of_a_table_leaves_no_copy(TestDatabase database) {
        files.with("002_reindex.up.sql", "reindex (verbose) table concurrently public.t;");
        interrupt(database, "select from t", Migrator::up);
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query("select indexrelid::regclass from pg_index where indrelid = 't'::regclass"))
                .containsExactlyInAnyOrder("t_pkey", "ti");
    }

    @Test
    void a_pending_detach_is_finished(TestDatabase database) {
        files.with(
                "002_detach.up.sql",
                "-- migrations: lock-timeout=0\nalter table whole detach partition part concurrently;");
        interrupt(database, "select from whole", Migrator::up);
        assertThat(database.query("select inhdetachpending from pg_inherits where inhrelid = 'part'::regclass"))
                .containsExactly("t");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query("select from pg_inherits where inhrelid = 'part'::regclass"))
                .isEmpty();
    }

    @Test
    void a_vacuum_is_run_again(TestDatabase database) {
        files.with("002_vacuum.up.sql", "create table v (id int); vacuum (analyze) t; create table w (id int);");
        interrupt(database, "lock table t in access exclusive mode", Migrator::up);
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.hasTable("w")).isTrue();
    }

    @Test
    void nobody_knows_whether_a_procedure_that_commits_has_done_its_work(TestDatabase database) {
        files.with("002_call.up.sql", """
                -- migrations: transaction=none
                create procedure work() language plpgsql as 'begin insert into t values (1); commit; perform pg_sleep(3600); end';
                call work();
                create table after_work (id int);
                """);
        interrupt(database, "select", Migrator::up);
        assertThat(database.query("select id from t")).containsExactly("1");
        for (var again = 0; again < 2; again++) {
            var failure = catchThrowableOfType(MigrationFailedException.class, () -> files.migrator(database)
                    .up());
            assertThat(failure.problems()).extracting(Problem::code).containsExactly("outcome-unknown");
            assertThat(failure.report()).didNothingBefore();
        }
        files.migrator(database).force(new MigrationVersion(2));
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void a_procedure_may_commit_outside_a_transaction(TestDatabase database) {
        files.with("002_call.up.sql", """
                -- migrations: transaction=none
                create procedure work() language plpgsql as 'begin insert into t values (1); commit; insert into t values (2); end';
                call work();
                insert into t values (3);
                """);
        assertThat(files.migrator(database).up()).applied("2");
        assertThat(database.query("select id from t order by id")).containsExactly("1", "2", "3");
    }

    @Test
    void a_rollback_is_finished_by_the_next_rollback_and_by_nothing_else(TestDatabase database) {
        files.with("002_i.up.sql", "create table u (id int); create index concurrently ui on t (id);")
                .with("002_i.down.sql", "drop table u; drop index concurrently ui;")
                .migrator(database)
                .up();
        interrupt(database, "select from t", migrator -> migrator.down(1));
        assertThat(database.query("select state || segments_done from schema_migrations where version = 2"))
                .containsExactly("rolling_back1");
        var refusal = catchThrowableOfType(
                PlanRefusedException.class, () -> files.migrator(database).up());
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("interrupted");
        assertThat(files.migrator(database).down(1)).rolledBack("2");
        assertThat(database.hasTable("ui")).isFalse();
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_rollback_is_finished_by_the_script_that_was_kept(TestDatabase database) {
        files.with("002_i.up.sql", "create table u (id int); create index concurrently ui on t (id);")
                .with("002_i.down.sql", "drop table u; drop index concurrently ui;")
                .migrator(database)
                .up();
        files.without("002_i.up.sql").without("002_i.down.sql");
        interrupt(database, "select from t", migrator -> migrator.down(1));
        assertThat(files.migrator(database).down(1)).rolledBack("2");
        assertThat(database.hasTable("ui")).isFalse();
    }

    /** Lets the command run into what somebody else does, ends its session there, and sees it fail. */
    private void interrupt(TestDatabase database, String inItsWay, Consumer<Migrator> command) {
        try (var other = OpenTransaction.in(database, inItsWay);
                var run = Background.run(() -> fail(database, command))) {
            awaitUntil(() -> !database.query(WORKER).isEmpty());
            database.query("select pg_terminate_backend(pid, 10000) from (" + WORKER + ") w");
        }
    }

    private void fail(TestDatabase database, Consumer<Migrator> command) {
        var failure =
                catchThrowableOfType(MigrationFailedException.class, () -> command.accept(files.migrator(database)));
        assertThat(failure)
                .hasMessageContaining("terminating connection")
                .hasMessageContaining("The connection is lost.");
        assertThat(failure.report()).didNothingBefore();
    }
}
