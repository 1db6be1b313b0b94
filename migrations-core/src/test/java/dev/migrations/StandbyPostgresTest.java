package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.database.ConnectionSource;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.Snapshot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in recovery, made by restarting one with {@code standby.signal} in its data directory. */
class StandbyPostgresTest {

    @Test
    void a_hot_standby_serves_a_start_with_nothing_pending_and_refuses_any_other(@TempDir Path directory)
            throws IOException {
        var data = directory.resolve("data");
        var files = MigrationFiles.in(directory.resolve("migrations")).with("001_a.up.sql", "create table a ();");
        try (var primary = start(data)) {
            assertThat(migrator(files, primary).up()).applied("1");
        }
        Files.createFile(data.resolve("standby.signal"));
        try (var standby = start(data)) {
            assertThat(migrator(files, standby).up()).didNothing();
            assertThat(migrator(files, standby).status().pendingCount()).isZero();
            files.with("002_b.up.sql", "create table b ();");
            var failure = catchThrowableOfType(
                    MigrationException.class, () -> migrator(files, standby).up());
            Snapshot.assertMatches("bad-input/hot_standby.txt", failure.getMessage());
            assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static Migrator migrator(MigrationFiles files, EmbeddedPostgres server) {
        var url = server.getJdbcUrl("postgres", "postgres");
        return Migrator.of(files.folder(), ConnectionSource.of(url, null, null)).build();
    }
}
