package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class IndexBuildPostgresTest {

    @Test
    void a_build_that_waits_says_so(TestDatabase database, @TempDir Path directory) {
        database.execute("create table users as select generate_series(1, 1000) as id");
        var migrator = MigrationFiles.in(directory)
                .with("001_index.up.sql", "create index concurrently users_id on users (id);")
                .migrator(database);
        try (var watch = migrator.watchIndexBuilds()) {
            assertThat(watch.find()).isEmpty();
            // the build waits at its end for everyone who may still see the table without the index
            try (var old = OpenTransaction.withSnapshot(database);
                    var run = Background.run(migrator::up)) {
                Background.awaitUntil(() -> watch.find()
                        .filter(build -> build.phase().startsWith("waiting for"))
                        .isPresent());
                var build = watch.find().orElseThrow();
                assertThat(build.table()).isEqualTo("users");
                assertThat(build.index()).isEqualTo("users_id");
                assertThat(build.percent()).isBetween(0, 100);
                old.close();
            }
            assertThat(watch.find()).isEmpty();
        }
    }
}
