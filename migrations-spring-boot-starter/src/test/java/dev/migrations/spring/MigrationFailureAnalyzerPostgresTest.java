package dev.migrations.spring;

import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when a start fails. */
@ExtendWith(PostgresExtension.class)
class MigrationFailureAnalyzerPostgresTest {

    @TempDir
    Path directory;

    @Test
    void a_statement_that_fails(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("01_core/migration.yaml", "")
                .with("01_core/001_users.up.sql", "create table users (id int);")
                .with(
                        "01_core/002_orders.up.sql",
                        "create table orders (id int);\n\nalter table userz add name text;\n");
        compare("statement", database, files);
    }

    @Test
    void folders_that_name_no_database(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("01_core/migration.yaml", "dbpool-name: dataSuorce")
                .with("01_core/001_users.up.sql", "select 1;")
                .with("02_more/migration.yaml", "dbpool-name: analytics")
                .with("02_more/001_users.up.sql", "select 1;");
        compare("databases", database, files);
    }

    @Test
    void two_folders_that_fail(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("01_core/migration.yaml", "")
                .with("01_core/001_users.up.sql", "select 'open;")
                .with("02_more/migration.yaml", "schema-table: more_migrations")
                .with("02_more/001_more.up.sql", "create table more (id int);")
                .with("02_more/002_more.up.sql", "insert into more values ('x');");
        compare("two-folders", database, files);
    }

    private static void compare(String snapshot, TestDatabase database, MigrationFiles files) {
        var application =
                TestApplication.of(files).onDatabase(database.url()).with("migrations.on-failure", "continue");
        var thrown = catchThrowable(application::run);
        var analysis = Objects.requireNonNull(new MigrationFailureAnalyzer().analyze(thrown));
        Snapshot.assertMatches(
                "snapshots/" + snapshot + ".txt",
                "Description:\n\n" + analysis.getDescription() + "\n\nAction:\n\n" + analysis.getAction());
    }
}
