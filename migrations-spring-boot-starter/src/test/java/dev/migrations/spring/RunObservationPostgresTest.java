package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class RunObservationPostgresTest {

    @TempDir
    Path directory;

    @Test
    void a_run_and_each_of_its_scripts_is_timed(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("001_a.up.sql", "create table a ();")
                .with("002_b.up.sql", "create table b ();");
        try (var context = application(files, database).run()) {
            var meters = context.getBean(MeterRegistry.class);
            assertThat(counts(meters, "migrations.run", "none")).containsExactly(1L);
            assertThat(counts(meters, "migrations.script", "none")).containsExactly(2L);
        }
    }

    @Test
    void what_fails_is_timed_with_its_error(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("001_a.up.sql", "create table a ();")
                .with("002_b.up.sql", "create tabel b ();");
        try (var context = application(files, database)
                .with("migrations.fail-startup", false)
                .run()) {
            var meters = context.getBean(MeterRegistry.class);
            assertThat(counts(meters, "migrations.script", "none")).containsExactly(1L);
            assertThat(counts(meters, "migrations.script", "MigrationFailedException"))
                    .containsExactly(1L);
            assertThat(counts(meters, "migrations.run", "MigrationFailedException"))
                    .containsExactly(1L);
        }
    }

    private static TestApplication application(MigrationFiles files, TestDatabase database) {
        return TestApplication.of(files).onDatabase(database.url());
    }

    private List<Long> counts(MeterRegistry meters, String name, String error) {
        return meters
                .find(name)
                .tag("folder", directory.getFileName().toString())
                .tag("database", "dataSource")
                .tag("error", error)
                .timers()
                .stream()
                .map(timer -> timer.count())
                .toList();
    }
}
