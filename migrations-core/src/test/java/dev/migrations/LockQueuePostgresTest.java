package dev.migrations;

import static dev.migrations.testing.Background.awaitUntil;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.LockLog;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Readers behind a migration that waits: counted, while the same transaction is in its way. */
@ExtendWith(PostgresExtension.class)
class LockQueuePostgresTest {

    private static final int READS = 20;

    private final MigrationFiles files;
    private final LockLog log = new LockLog();
    private final AtomicInteger reads = new AtomicInteger();

    LockQueuePostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory).with("001_a.up.sql", "alter table t add x int;");
    }

    @BeforeEach
    void a_table(TestDatabase database) {
        database.execute("create table t (id int)");
    }

    @Test
    void readers_get_through_between_the_tries(TestDatabase database) {
        var holder = OpenTransaction.in(database, "select from t");
        try (var run = Background.run(() -> migrator(database).up());
                var reader = Background.run(() -> readUntil(
                        database,
                        () -> database.hasTable("schema_migrations")
                                && !database.query("select 1 from schema_migrations")
                                        .isEmpty()))) {
            for (var tries = 1; tries <= 3; tries++) {
                var wanted = tries;
                awaitUntil(() -> log.retries().size() >= wanted);
                var before = reads.get();
                awaitUntil(() -> reads.get() >= before + READS);
            }
            holder.close();
        }
    }

    @Test
    void behind_a_plain_runner_none_gets_through_until_the_holder_is_gone(TestDatabase database) {
        files.with("001_a.up.sql", "-- migrations: lock-timeout=0\nalter table t add x int;");
        var holder = OpenTransaction.in(database, "select from t");
        try (var run = Background.run(() -> migrator(database).up())) {
            awaitUntil(() -> waiting(database) == 1);
            try (var reader = Background.run(() -> readUntil(database, () -> reads.get() >= READS))) {
                awaitUntil(() -> waiting(database) == 2);
                awaitUntil(() -> !log.waits().isEmpty());
                assertThat(reads).hasValue(0);
                holder.close();
            }
        }
        assertThat(reads.get()).isGreaterThanOrEqualTo(READS);
    }

    private void readUntil(TestDatabase database, BooleanSupplier done) {
        try (var connection = database.source().connect();
                var statement = connection.createStatement()) {
            do {
                statement.execute("select from t");
                reads.incrementAndGet();
            } while (!done.getAsBoolean());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int waiting(TestDatabase database) {
        return Integer.parseInt(
                database.query("select count(*) from pg_locks where relation = 't'::regclass and not granted")
                        .get(0));
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.of(files.folder(), database.source()).listener(log).build();
    }
}
