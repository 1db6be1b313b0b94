package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

@ExtendWith(PostgresExtension.class)
class CancellationPostgresTest {

    @TempDir
    Path directory;

    @Test
    void the_running_statement_is_cancelled_and_the_rest_is_not_begun(TestDatabase database) {
        var files = MigrationFiles.in(directory)
                .with("001_a.up.sql", "create table a ();")
                .with("002_b.up.sql", "create table b (); select pg_sleep(600);")
                .with("003_c.up.sql", "create table c ();");
        var cancellation = new Cancellation();
        var migrator = Migrator.of(files.folder(), database.source())
                .cancellation(cancellation)
                .build();
        MigrationFailedException failure;
        try (var canceller = Background.run(() -> {
            Background.awaitUntil(() -> sleepers(database) == 1);
            cancellation.request();
        })) {
            failure = catchThrowableOfType(MigrationFailedException.class, migrator::up);
        }
        assertThat(failure.report()).applied("1");
        assertThat(failure.problems()).extracting(Problem::code).containsExactly("cancelled");
        assertThat(database.hasTable("b")).isFalse();
        assertThat(sleepers(database)).isZero();
    }

    @Test
    void a_run_that_waits_for_another_runner_gives_up_waiting(TestDatabase database) {
        var files = MigrationFiles.in(directory).with("001_a.up.sql", "select pg_sleep(600);");
        var first = new Cancellation();
        var second = new Cancellation();
        try (var runner = Background.run(
                () -> assertThatThrownBy(() -> migrator(files, database, first).up())
                        .isInstanceOf(MigrationFailedException.class))) {
            Background.awaitUntil(() -> sleepers(database) == 1);
            second.request();
            var failure = catchThrowableOfType(CancelledException.class, () -> migrator(files, database, second)
                    .up());
            assertThat(failure.problems()).extracting(Problem::code).containsExactly("cancelled");
            first.request();
        }
    }

    private static Migrator migrator(MigrationFiles files, TestDatabase database, Cancellation cancellation) {
        return Migrator.of(files.folder(), database.source())
                .cancellation(cancellation)
                .build();
    }

    private static int sleepers(TestDatabase database) {
        return Integer.parseInt(database.query("select count(*) from pg_stat_activity where state = 'active'"
                        + " and datname = current_database() and query like 'select pg_sleep%'")
                .get(0));
    }
}
