package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.migration.MigrationTree;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class MigratorPostgresTest {

    @TempDir
    Path directory;

    @Test
    void applies_what_is_pending_and_then_has_nothing_to_do(TestDatabase database) throws IOException {
        Files.writeString(
                directory.resolve("001_a.up.sql"), "create table a (id int);\ninsert into a values (1); select 1;");
        Files.writeString(directory.resolve("002_b.up.sql"), "create index concurrently ai on a (id);");
        var folder = MigrationTree.read(directory.toString(), getClass().getClassLoader())
                .folders()
                .get(0);
        var migrator = Migrator.of(folder, database.source()).build();
        assertThat(migrator.up().executedFiles()).containsExactly("001_a.up.sql", "002_b.up.sql");
        assertThat(migrator.up().executedFiles()).isEmpty();
        assertThat(database.hasTable("a")).isTrue();
    }
}
