package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.FiftyMigrations;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Race;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen runners at once on one empty database. */
@ExtendWith(PostgresExtension.class)
class RacePostgresTest {

    private static final int RUNNERS = 16;
    private static final int JVMS = 16;

    private final FiftyMigrations migrations;

    RacePostgresTest(@TempDir Path directory) {
        migrations = FiftyMigrations.in(directory);
    }

    @Test
    void sixteen_runners_apply_each_migration_once_and_all_end_well(TestDatabase database) {
        var executed = Race.of(RUNNERS, migrations.files(), database.source());
        assertThat(executed).hasSize(51).doesNotHaveDuplicates();
        FiftyMigrations.assertAppliedOnce(database);
    }

    @Test
    void a_database_that_is_serializable_by_default_makes_no_difference(TestDatabase database) {
        database.execute("alter database " + database.name() + " set default_transaction_isolation = serializable");
        var executed = Race.of(RUNNERS, migrations.files(), database.source());
        assertThat(executed).hasSize(51).doesNotHaveDuplicates();
        FiftyMigrations.assertAppliedOnce(database);
    }

    @Test
    void folders_whose_histories_share_a_new_schema_do_not_collide(TestDatabase database, @TempDir Path other) {
        var folders = IntStream.range(0, RUNNERS)
                .mapToObj(i -> MigrationFiles.in(other.resolve("folder" + i))
                        .with("migration.yaml", "schema-table: ops.history_" + i + "\n")
                        .with("001_t.up.sql", "create table t" + i + " (id int);"))
                .map(files -> files.migrator(database))
                .toList();
        Race.of(folders);
        assertThat(database.query("select count(*) from pg_tables where schemaname = 'ops'"))
                .containsExactly(Integer.toString(RUNNERS));
    }

    @Test
    void so_do_runners_in_as_many_processes(TestDatabase database) {
        var children = IntStream.range(0, JVMS)
                .mapToObj(i -> ChildJvm.up(database.url(), migrations.files()))
                .toList();
        try {
            var executed =
                    children.stream().flatMap(child -> child.await().lines()).toList();
            assertThat(executed).hasSize(51).doesNotHaveDuplicates();
        } finally {
            children.forEach(ChildJvm::close);
        }
        FiftyMigrations.assertAppliedOnce(database);
    }
}
