package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.backfill.ServerSigns;
import dev.migrations.database.BatchResult.Outcome;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.SchemaTable;
import dev.migrations.testing.Filling;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Batches of two runners, one by one. */
@ExtendWith(PostgresExtension.class)
class BackfillWorkPostgresTest {

    private static final String FREE = "update schema_migrations_backfills set lease_until = null";

    private final Path directory;

    BackfillWorkPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void between_two_batches_the_lease_keeps_others_away_until_it_runs_out(TestDatabase database) {
        var migration = applied(database);
        try (var one = open(database);
                var other = open(database)) {
            var first = work(one, migration, "one");
            var second = work(other, migration, "other");
            assertThat(batch(first, 3)).isEqualTo(Outcome.DONE);
            assertThat(batch(second, 3)).isEqualTo(Outcome.BUSY);
            assertThat(second.hold()).isEmpty();
            assertThat(first.hold()).isPresent();
            assertThat(database.query("select lease_until between now() and now() + interval '6 s'"
                            + " from schema_migrations_backfills"))
                    .containsExactly("t");
            first.release();
            assertThat(batch(second, 3)).isEqualTo(Outcome.DONE);
            assertThat(batch(first, 3)).isEqualTo(Outcome.BUSY);
        }
    }

    @Test
    void a_row_is_not_passed_over_when_another_runner_has_come_further_meanwhile(TestDatabase database) {
        var migration = applied(database);
        database.execute("alter table users add constraint odd check (filled = 0 or id <> 1)");
        try (var one = open(database);
                var other = open(database)) {
            var first = work(one, migration, "one");
            var second = work(other, migration, "other");
            batch(first, 1);
            var refused = first.batch(1, Duration.ZERO, Duration.ZERO);
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            database.execute(FREE, "alter table users drop constraint odd");
            assertThat(batch(second, 5)).isEqualTo(Outcome.DONE);
            database.execute(FREE);
            assertThat(first.passOver(refused).outcome()).isEqualTo(Outcome.BUSY);
            assertThat(database.query("select format('%s %s', position, failed_rows) from schema_migrations_backfills"))
                    .containsExactly("{5} {}");
        }
    }

    @Test
    void a_server_at_rest_shows_no_sign_of_load(TestDatabase database) {
        var migration = applied(database);
        try (var session = open(database)) {
            assertThat(work(session, migration, "one").signs().waitingForTable())
                    .isFalse();
            assertThat(work(session, migration, "one").signs()).isEqualTo(ServerSigns.CALM);
        }
    }

    private Migration applied(TestDatabase database) {
        var files = Filling.of(directory, 20, 5).files();
        files.migrator(database).up();
        return files.folder().read().find(MigrationVersion.parse("2")).orElseThrow();
    }

    private static Session open(TestDatabase database) {
        return Session.open(database.source(), SchemaTable.DEFAULT);
    }

    private static BackfillWork work(Session session, Migration migration, String runner) {
        return BackfillWork.on(session, migration, runner, new Limits(Duration.ofSeconds(1), Duration.ZERO, null));
    }

    private static Outcome batch(BackfillWork work, int size) {
        var result = work.batch(size, Duration.ZERO, Duration.ZERO);
        // the first only fixes where it ends
        return Optional.ofNullable(result.row())
                        .filter(row -> row.batches() == 0)
                        .isPresent()
                ? work.batch(size, Duration.ZERO, Duration.ZERO).outcome()
                : result.outcome();
    }
}
