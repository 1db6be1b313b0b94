package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.TableStatistics;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.SchemaTable;
import dev.migrations.rule.IndexUse;
import dev.migrations.rule.Severity;
import dev.migrations.rule.TableSize;
import dev.migrations.script.QualifiedName;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class LintPostgresTest {

    @TempDir
    private Path directory;

    private MigrationFiles files;

    @BeforeEach
    void write_files() {
        files = MigrationFiles.in(directory)
                .with("1_users.up.sql", "create table users (id bigint, email text)")
                .with("2_index.up.sql", "create index users_email on users (email)");
    }

    @Test
    void what_is_pending_on_an_empty_table_is_no_danger(TestDatabase database) {
        files.migrator(database).goTo(version(1));
        var report = files.migrator(database).lintPending(UnaryOperator.identity());
        assertThat(report.scripts()).isEqualTo(1);
        assertThat(report.findings()).extracting(finding -> finding.severity()).containsExactly(Severity.INFO);
    }

    @Test
    void what_is_pending_on_a_filled_table_is(TestDatabase database) {
        files.migrator(database).goTo(version(1));
        database.execute("insert into users select i, i from generate_series(1, 20000) i", "analyze users");
        assertThat(files.migrator(database)
                        .lintPending(UnaryOperator.identity())
                        .hasErrors())
                .isTrue();
    }

    @Test
    void what_is_applied_is_not_judged(TestDatabase database) {
        files.migrator(database).up();
        assertThat(files.migrator(database)
                        .lintPending(UnaryOperator.identity())
                        .scripts())
                .isZero();
    }

    @Test
    void nothing_is_cold_that_is_there_already_and_all_is_that_is_pending(TestDatabase database) {
        assertThat(files.migrator(database)
                        .lintPending(UnaryOperator.identity())
                        .findings())
                .isEmpty();
    }

    @Test
    void a_partitioned_table_is_as_large_as_its_partitions(TestDatabase database) {
        database.execute(
                "create table m (id int) partition by range (id)",
                "create table m1 partition of m for values from (0) to (100) partition by range (id)",
                "create table m11 partition of m1 for values from (0) to (50)",
                "create table m2 partition of m for values from (100) to (200)",
                "insert into m select i from generate_series(0, 49) i",
                "insert into m select i from generate_series(100, 149) i",
                "analyze m");
        // the collector may count an insert twice that it hears of after the ANALYZE
        assertThat(statistics(database).find(name(null, "m")).orElseThrow().rows())
                .isBetween(100L, 200L);
        assertThat(statistics(database).find(name("public", "m1")).orElseThrow().rows())
                .isBetween(50L, 100L);
        assertThat(statistics(database).find(name(null, "m")).orElseThrow().bytes())
                .isEqualTo(2 * 8192L);
    }

    @Test
    void a_table_in_another_schema_is_not_taken_for_one_in_the_search_path(TestDatabase database) {
        database.execute("create schema app", "create table app.users (id int)");
        assertThat(statistics(database).find(name(null, "users"))).isEmpty();
        assertThat(statistics(database).find(name("app", "users"))).contains(new TableSize(0, 0));
    }

    @Test
    void an_index_is_known_with_its_table_and_its_use(TestDatabase database) {
        database.execute("create table users (id int)", "create index users_id on users (id)");
        assertThat(statistics(database).findIndex(name(null, "users_id")))
                .contains(new IndexUse(name("public", "users"), 0));
    }

    @Test
    void asking_waits_for_nobody(TestDatabase database) throws Exception {
        database.execute("create table users (id int)");
        try (var holder = database.source().connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table users");
            assertThat(statistics(database).find(name(null, "users"))).isEmpty();
        }
    }

    private static TableStatistics statistics(TestDatabase database) {
        return TableStatistics.read(database.source(), SchemaTable.DEFAULT);
    }

    private static QualifiedName name(@Nullable String schema, String name) {
        return new QualifiedName(schema, name);
    }

    private static MigrationVersion version(long value) {
        return new MigrationVersion(value);
    }
}
