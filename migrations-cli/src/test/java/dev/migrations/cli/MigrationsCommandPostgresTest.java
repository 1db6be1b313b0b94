package dev.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.cli.workspace.AssignedFolder;
import dev.migrations.cli.workspace.Workspace;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands over databases that an application has. */
@ExtendWith(PostgresExtension.class)
class MigrationsCommandPostgresTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void an_application_s_folders_and_databases_are_used(TestDatabase database) {
        MigrationFiles.in(directory)
                .with("migration.yaml", "enabled: false")
                .with("001_a.up.sql", "create table a ();");
        assertThat(run(database, "up")).isZero();
        assertThat(out.toString()).contains(" on db_main: applied 001_a.up.sql");
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void another_database_cannot_be_smuggled_in(TestDatabase database) {
        assertThat(run(database, "up", "--url", "postgres://localhost/other")).isEqualTo(2);
        assertThat(err.toString()).contains("its own databases");
    }

    private int run(TestDatabase database, String... args) {
        return MigrationsCommand.run(args, new Application(database), new PrintWriter(out), new PrintWriter(err));
    }

    private final class Application implements Workspace {

        private final TestDatabase database;

        Application(TestDatabase database) {
            this.database = database;
        }

        @Override
        public String location() {
            return directory.toString();
        }

        @Override
        public ClassLoader classLoader() {
            return MigrationsCommandPostgresTest.class.getClassLoader();
        }

        @Override
        public List<AssignedFolder> assign(List<MigrationFolder> folders) {
            return folders.stream()
                    .map(folder -> new AssignedFolder(folder, Map.of("db_main", database.source())))
                    .toList();
        }
    }
}
