package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class SnapshotPostgresTest {

    @TempDir
    Path directory;

    @Test
    void it_has_what_migrations_make_and_nothing_of_the_tool(TestDatabase database) {
        MigrationFiles.in(directory.resolve("other"))
                .with("migration.yaml", "schema-table: tool.others\n")
                .with("001_orders.up.sql", "create table orders (id int);")
                .migrator(database)
                .up();
        var migrator = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_users.up.sql", "create table users (id int);")
                .with("R_nothing.sql", "select 1;")
                .migrator(database);
        migrator.up();
        assertThat(migrator.snapshot().objects())
                .map(object -> object.name().toString())
                .containsExactly("schema public", "table public.orders", "table public.users");
    }
}
