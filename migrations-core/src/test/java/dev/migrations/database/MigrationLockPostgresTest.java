package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.migration.SchemaTable;
import dev.migrations.testing.Background;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PostgresExtension.class)
class MigrationLockPostgresTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final String HOLDER =
            "(select pid from pg_locks where locktype = 'advisory' and granted and database = (select oid from"
                    + " pg_database where datname = current_database()))";

    @Test
    void only_one_runner_holds_it_and_the_next_gets_it_when_it_is_given_back(TestDatabase database) {
        try (var session = open(database)) {
            var lock = acquire(database, session, LONG);
            assertThatThrownBy(() -> acquire(database, session, Duration.ZERO))
                    .isInstanceOf(LockNotAcquiredException.class);
            lock.close();
            acquire(database, session, Duration.ZERO).close();
        }
    }

    @Test
    void another_history_table_has_another_lock(TestDatabase database) {
        try (var session = open(database);
                var other = Session.open(database.source(), SchemaTable.parse("other_history"));
                var lock = acquire(database, session, LONG)) {
            acquire(database, other, Duration.ZERO).close();
            lock.check();
        }
    }

    @Test
    void whoever_gives_up_waiting_is_told_who_holds_it(TestDatabase database) {
        try (var session = open(database);
                var lock = acquire(database, session, LONG)) {
            var holder = database.query("select " + HOLDER).get(0);
            var failure = catchThrowableOfType(
                    LockNotAcquiredException.class, () -> acquire(database, session, Duration.ZERO));
            assertThat(failure)
                    .hasMessageContaining("pid " + holder + " (postgres at 127.0.0.1, migrations lock, process "
                            + ProcessHandle.current().pid() + ", since ")
                    .hasMessageContaining("select pg_terminate_backend(" + holder + ");");
            lock.check();
        }
    }

    @Test
    void whoever_waits_is_told_of_the_holder_again_and_again(TestDatabase database) {
        try (var session = open(database);
                var waiter = open(database);
                var lock = acquire(database, session, LONG)) {
            var told = new ArrayList<LockHolder>();
            var twice = new CountDownLatch(2);
            try (var waiting = Background.run(() -> MigrationLock.acquire(database.source(), waiter, LONG, holder -> {
                        told.add(holder);
                        twice.countDown();
                    })
                    .close())) {
                Background.await(twice);
                lock.close();
            }
            assertThat(told).allMatch(holder -> holder.application().startsWith("migrations lock, process "));
        }
    }

    @Test
    void it_keeps_no_snapshot(TestDatabase database) {
        try (var session = open(database);
                var lock = acquire(database, session, LONG)) {
            var snapshot =
                    "select state || ' ' || coalesce(backend_xmin::text, 'none') from pg_stat_activity where pid = "
                            + HOLDER;
            assertThat(database.query(snapshot)).containsExactly("idle in transaction none");
            lock.check();
            assertThat(database.query(snapshot)).containsExactly("idle in transaction none");
        }
    }

    @Test
    void a_concurrent_index_is_built_while_it_is_held_and_others_wait_for_it(TestDatabase database) {
        database.execute("create table t (id int)");
        try (var session = open(database);
                var waiter = open(database);
                var lock = acquire(database, session, LONG)) {
            var told = new CountDownLatch(1);
            try (var waiting = Background.run(
                    () -> MigrationLock.acquire(database.source(), waiter, LONG, holder -> told.countDown())
                            .close())) {
                Background.await(told);
                // hangs for ever, and not just for a while, behind a lock that keeps a snapshot
                database.execute("set statement_timeout = '30s'", "create index concurrently ti on t (id)");
                lock.check();
                lock.close();
            }
        }
    }

    @Test
    void it_ends_with_its_connection_and_the_next_check_notices(TestDatabase database) {
        try (var session = open(database);
                var lock = acquire(database, session, LONG)) {
            database.execute("select pg_terminate_backend(" + HOLDER + ", 10000)");
            acquire(database, session, LONG).close();
            assertThatThrownBy(lock::check)
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("terminating connection due to administrator command");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle_in_transaction_session_timeout = 200",
                "transaction_timeout = 200",
                "statement_timeout = 200",
                "idle_session_timeout = 200",
                "default_transaction_isolation = serializable",
                "default_transaction_deferrable = on",
                "lock_timeout = 1"
            })
    void a_setting_of_the_database_does_not_break_it(String setting, TestDatabase database) {
        var name = setting.substring(0, setting.indexOf(' '));
        assumeTrue(database.hasSetting(name), "this server has no " + name);
        database.execute("alter database " + database.name() + " set " + setting);
        try (var session = open(database);
                var lock = acquire(database, session, LONG)) {
            // not a measurement: time for the server to do what it must not do
            database.execute(
                    "set statement_timeout = 0",
                    "select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'",
                    "select pg_sleep(0.5)");
            lock.check();
            assertThat(database.query("select backend_xmin from pg_stat_activity where pid = " + HOLDER))
                    .containsExactly("null");
        }
    }

    private static Session open(TestDatabase database) {
        return Session.open(database.source(), SchemaTable.DEFAULT);
    }

    private static MigrationLock acquire(TestDatabase database, Session session, Duration patience) {
        return MigrationLock.acquire(database.source(), session, patience, holder -> {});
    }
}
