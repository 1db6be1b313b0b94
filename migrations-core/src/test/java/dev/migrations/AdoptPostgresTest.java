package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ForeignHistoryTable;
import dev.migrations.database.LockNotAcquiredException;
import dev.migrations.history.ForeignTool;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class AdoptPostgresTest {

    private static final ForeignHistoryTable GOLANG_MIGRATE = ForeignHistoryTable.of(ForeignTool.GOLANG_MIGRATE);
    private static final ForeignHistoryTable DBMATE = ForeignHistoryTable.of(ForeignTool.DBMATE);
    private static final ForeignHistoryTable GOOSE = ForeignHistoryTable.of(ForeignTool.GOOSE);

    private final MigrationFiles files;

    AdoptPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void three_versions() {
        files.with("migration.yaml", "schema-table: migrations_history\n");
        for (var version = 1; version <= 3; version++) {
            files.with("00" + version + "_t" + version + ".up.sql", "create table t" + version + " (id int);")
                    .with("00" + version + "_t" + version + ".down.sql", "drop table t" + version + ";");
        }
    }

    private static void golangMigrate(TestDatabase database, int version, boolean dirty) {
        database.execute(
                "create table schema_migrations (version bigint not null primary key, dirty boolean not null)",
                "insert into schema_migrations values (%d, %s)".formatted(version, dirty),
                "create table t1 (id int)",
                "create table t2 (id int)");
    }

    @Test
    void one_row_of_golang_migrate_stands_for_all_versions_below(TestDatabase database) {
        golangMigrate(database, 2, false);
        assertThat(files.migrator(database).adopt(GOLANG_MIGRATE).results()).hasSize(2);
        assertThat(database.query("select version || ' ' || state from migrations_history order by version"))
                .containsExactly("1 applied", "2 applied");
        assertThat(database.query("select version || ' ' || dirty from schema_migrations"))
                .containsExactly("2 false");
        assertThat(files.migrator(database).up()).applied("3");
        assertThat(files.migrator(database).down(2)).rolledBack("3", "2");
    }

    @Test
    void taking_over_again_changes_nothing(TestDatabase database) {
        golangMigrate(database, 2, false);
        files.migrator(database).adopt(GOLANG_MIGRATE);
        files.migrator(database).up();
        assertThat(files.migrator(database).adopt(GOLANG_MIGRATE)).didNothing();
    }

    @Test
    void a_history_that_says_something_else_is_not_overwritten(TestDatabase database) {
        golangMigrate(database, 2, false);
        files.migrator(database).force(version(1));
        assertThatThrownBy(() -> files.migrator(database).adopt(GOLANG_MIGRATE))
                .hasMessage("the history here has 1 rows already, so that of golang-migrate would contradict it."
                        + "\nHint: look at `status`; `force 1` sets the history to one version by hand.");
    }

    @Test
    void a_dirty_version_is_refused_before_any_change(TestDatabase database) {
        golangMigrate(database, 2, true);
        assertThatThrownBy(() -> files.migrator(database).adopt(GOLANG_MIGRATE))
                .hasMessage(
                        "version 2 has not ended well under golang-migrate, or still runs, so nobody knows what of it"
                                + " is there.\nHint: bring the schema to the state of one version by hand, tell golang-migrate"
                                + " with `migrate force 2`, then run `adopt` again.");
        assertThat(database.hasTable("migrations_history")).isFalse();
    }

    @Test
    void a_version_without_a_file_is_refused(TestDatabase database) {
        golangMigrate(database, 7, false);
        assertThatThrownBy(() -> files.migrator(database).adopt(GOLANG_MIGRATE))
                .hasMessage("golang-migrate has applied version 7, and no file here is it."
                        + "\nHint: add it as 007_<description>.up.sql.");
    }

    @Test
    void our_table_may_not_have_the_name_of_theirs(TestDatabase database) {
        golangMigrate(database, 2, false);
        files.without("migration.yaml");
        assertThatThrownBy(() -> files.migrator(database).adopt(GOLANG_MIGRATE))
                .hasMessage("the table public.schema_migrations is golang-migrate's, not a history of these migrations."
                        + "\nHint: keep it and name another one in migration.yaml, `schema-table: public.migrations_history`;"
                        + " then run `adopt --from golang-migrate`, which takes over what it says.");
    }

    @Test
    void a_dry_run_shows_the_mapping_and_writes_nothing(TestDatabase database) {
        golangMigrate(database, 2, false);
        var adoption = files.migrator(database).adoption(GOLANG_MIGRATE);
        assertThat(adoption.matches().stream().map(match -> match.theirs() + " -> " + match.ours()))
                .containsExactly("version 2 -> 001_t1.up.sql", "version 2 -> 002_t2.up.sql");
        assertThat(adoption.plan().steps()).hasSize(2);
        assertThat(database.hasTable("migrations_history")).isFalse();
    }

    @Test
    void neither_spelling_of_the_lock_of_golang_migrate_is_passed(TestDatabase database) {
        golangMigrate(database, 2, false);
        for (var spelling : new String[] {"/" + database.name(), database.name()}) {
            var key = key("public\0schema_migrations\0" + spelling);
            var impatient = Migrator.of(files.folder(), database.source())
                    .lockPatience(Duration.ofMillis(200))
                    .build();
            try (var busy = OpenTransaction.in(database, "select pg_advisory_lock(" + key + ")")) {
                assertThatThrownBy(() -> impatient.adopt(GOLANG_MIGRATE))
                        .isInstanceOf(LockNotAcquiredException.class)
                        .hasMessageContaining("golang-migrate is at work on public.schema_migrations");
            }
        }
        assertThat(files.migrator(database).adopt(GOLANG_MIGRATE).results()).hasSize(2);
    }

    /** As golang-migrate's {@code GenerateAdvisoryLockId} does it, in 32-bit arithmetic. */
    private static long key(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Integer.toUnsignedLong((int) crc.getValue() * 1486364155);
    }

    @Test
    void versions_of_dbmate_are_taken_one_by_one(TestDatabase database) {
        database.execute(
                "create table schema_migrations (version varchar(128) primary key)",
                "insert into schema_migrations values ('001'), ('003')");
        assertThat(files.migrator(database).adopt(DBMATE).results()).hasSize(2);
        assertThat(database.query("select version from migrations_history order by version"))
                .containsExactly("1", "3");
    }

    @Test
    void a_table_of_another_tool_is_named(TestDatabase database) {
        golangMigrate(database, 2, false);
        database.execute("alter table schema_migrations drop column dirty");
        assertThatThrownBy(() -> files.migrator(database).adopt(GOLANG_MIGRATE))
                .hasMessage(
                        "the table public.schema_migrations is that of dbmate, Rails or another tool with one row for"
                                + " each version, not that of golang-migrate.\nHint: run `adopt --from dbmate`.");
        assertThatThrownBy(() -> files.migrator(database).adopt(GOOSE))
                .hasMessageStartingWith("there is no table goose_db_version here");
    }

    @Test
    void the_latest_row_of_goose_counts(TestDatabase database) {
        database.execute(
                "create table goose_db_version (id serial primary key, version_id bigint not null,"
                        + " is_applied boolean not null, tstamp timestamp default now())",
                "insert into goose_db_version (version_id, is_applied, tstamp) values (0, true, '2026-01-01'),"
                        + " (1, true, '2026-01-02'), (2, true, '2026-01-03'), (2, false, '2026-01-04')");
        files.migrator(database).adopt(GOOSE);
        assertThat(database.query("select version || ' ' || (applied_at < '2026-02-01') from migrations_history"))
                .containsExactly("1 true");
    }

    private static MigrationVersion version(long number) {
        return new MigrationVersion(number);
    }
}
