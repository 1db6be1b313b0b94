package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.CountingProxy;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Ten thousand applied migrations. */
@ExtendWith(PostgresExtension.class)
@Isolated("it is much at once, and has a time limit")
class ManyMigrationsPostgresTest {

    private static final int COUNT = 10_000;
    private static final String HEAP = "-Xmx64m";

    private final MigrationFiles files;

    ManyMigrationsPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
        for (var version = 1; version <= COUNT; version++) {
            files.with("%05d_add_t.up.sql".formatted(version), "create table t%d (id int);".formatted(version));
        }
    }

    @Test
    void a_plan_takes_one_history_query_and_little_memory(TestDatabase database) {
        files.migrator(database).force(new MigrationVersion(COUNT));
        assertThat(database.query("select count(*) from schema_migrations")).containsExactly(Integer.toString(COUNT));
        try (var proxy = CountingProxy.before(database)) {
            files.migrator(proxy.source()).up();
            assertThat(proxy.roundTrips()).isEqualTo(List.of(2));
        }
        try (var child = ChildJvm.up(database.url(), files, HEAP)) {
            assertThat(child.await()).isEmpty();
        }
        files.with("10001_more.up.sql", "create table more (id int);");
        try (var child = ChildJvm.plan(database.url(), files, HEAP)) {
            assertThat(child.await()).isEqualTo("1 steps\n");
        }
        try (var child = ChildJvm.up(database.url(), files, HEAP)) {
            assertThat(child.await()).isEqualTo("10001_more.up.sql\n");
        }
    }
}
