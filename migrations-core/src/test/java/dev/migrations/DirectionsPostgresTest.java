package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.MigrationResult.Action;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class DirectionsPostgresTest {

    private final MigrationFiles files;

    DirectionsPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void four_versions() {
        for (var version = 1; version <= 4; version++) {
            files.with("00" + version + "_t" + version + ".up.sql", "create table t" + version + " (id int);")
                    .with("00" + version + "_t" + version + ".down.sql", "drop table t" + version + ";");
        }
    }

    @Test
    void up_takes_as_many_as_it_is_told(TestDatabase database) {
        assertThat(files.migrator(database).up(3)).applied("1", "2", "3");
        assertThat(files.migrator(database).up(3)).applied("4");
        assertThat(files.migrator(database).up(3)).didNothing();
    }

    @Test
    void up_to_a_version_stops_there(TestDatabase database) {
        assertThat(files.migrator(database).migrate(MigrationTarget.upTo(version(2))))
                .applied("1", "2");
        assertThatThrownBy(() -> files.migrator(database).migrate(MigrationTarget.upTo(version(9))))
                .hasMessage("there is no version 9, neither as a file nor in the history."
                        + "\nHint: take one between 1 and 4.");
    }

    @Test
    void down_undoes_the_highest_first(TestDatabase database) {
        files.migrator(database).up();
        assertThat(files.migrator(database).down(2)).rolledBack("4", "3");
        assertThat(database.hasTable("t3")).isFalse();
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("2");
        assertThat(files.migrator(database).migrate(MigrationTarget.downAll())).rolledBack("2", "1");
        assertThat(files.migrator(database).down(1)).didNothing();
    }

    @Test
    void goto_goes_either_way(TestDatabase database) {
        assertThat(files.migrator(database).goTo(version(3))).applied("1", "2", "3");
        assertThat(files.migrator(database).goTo(version(1))).rolledBack("3", "2");
        assertThat(files.migrator(database).goTo(version(1))).didNothing();
        assertThat(files.migrator(database).goTo(version(4))).applied("2", "3", "4");
    }

    @Test
    void redo_undoes_and_applies_again(TestDatabase database) {
        files.migrator(database).up();
        assertThat(files.migrator(database).redo(2)).rolledBack("4", "3").applied("3", "4");
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void a_rollback_over_a_missing_down_is_refused_as_a_whole(TestDatabase database) {
        files.without("003_t3.down.sql");
        files.migrator(database).up();
        assertThatThrownBy(() -> files.migrator(database).down(3))
                .hasMessage("003_t3.up.sql has no down script, so version 3 cannot be undone."
                        + "\nHint: add 003_t3.down.sql, or undo it with a new migration.");
        assertThat(database.hasTable("t4")).isTrue();
    }

    @Test
    void an_older_release_undoes_what_a_newer_one_did(TestDatabase database) {
        files.migrator(database).up();
        files.without("004_t4.up.sql").without("004_t4.down.sql");
        assertThat(files.migrator(database).up()).didNothing();
        assertThat(files.migrator(database).down(1)).rolledBack("4");
        assertThat(database.hasTable("t4")).isFalse();
    }

    @Test
    void repeatables_are_due_again_after_a_rollback(TestDatabase database) {
        files.with("R_view.sql", "create or replace view seen as select id from t4;")
                .with("004_t4.down.sql", "drop view seen; drop table t4;");
        assertThat(files.migrator(database).up()).applied("1", "2", "3", "4").repeated("view");
        assertThat(files.migrator(database).redo(1))
                .rolledBack("4")
                .applied("4")
                .repeated("view");
        assertThat(files.migrator(database).down(1)).rolledBack("4");
        assertThat(files.migrator(database).up()).applied("4").repeated("view");
        assertThat(database.hasTable("seen")).isTrue();
    }

    @Test
    void a_baseline_declares_without_running(TestDatabase database) {
        database.execute("create table t1 (id int)", "create table t2 (id int)");
        assertThat(files.migrator(database).baseline(version(2))).did(Action.DECLARED, "1", "2");
        assertThat(files.migrator(database).baseline(version(2))).didNothing();
        assertThat(files.migrator(database).up()).applied("3", "4");
        assertThatThrownBy(() -> files.migrator(database).down(3))
                .hasMessageContaining("version 2 is part of the baseline");
        assertThatThrownBy(() -> files.migrator(database).baseline(version(3))).hasMessageContaining("use `force 3`");
    }

    @Test
    void a_baseline_may_lie_where_no_file_is(TestDatabase database) {
        for (var version = 1; version <= 3; version++) {
            files.without("00" + version + "_t" + version + ".up.sql")
                    .without("00" + version + "_t" + version + ".down.sql");
        }
        files.migrator(database).baseline(version(3));
        assertThat(files.migrator(database).up()).applied("4");
        assertThat(files.migrator(database).status().migrations()).hasSize(2);
    }

    @Test
    void force_changes_the_history_and_nothing_else(TestDatabase database) {
        files.migrator(database).up(2);
        assertThat(files.migrator(database).force(version(3))).did(Action.DECLARED, "3");
        assertThat(database.hasTable("t3")).isFalse();
        assertThat(files.migrator(database).force(version(1))).did(Action.FORGOTTEN, "2", "3");
        assertThat(database.hasTable("t2")).isTrue();
        assertThat(files.migrator(database).force(null)).did(Action.FORGOTTEN, "1");
    }

    @Test
    void repair_accepts_what_changed_and_forgets_what_is_missing(TestDatabase database) {
        files.migrator(database).up();
        files.with("002_t2.up.sql", "create table t2 (id bigint);")
                .without("003_t3.up.sql")
                .without("003_t3.down.sql");
        assertThat(files.migrator(database).validate()).hasSize(2);
        assertThat(files.migrator(database).repair()).did(Action.DECLARED, "2").did(Action.FORGOTTEN, "3");
        assertThat(files.migrator(database).validate()).isEmpty();
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void a_plan_changes_nothing(TestDatabase database) {
        var plan = files.migrator(database).plan(MigrationTarget.up());
        assertThat(plan.steps()).hasSize(4);
        assertThat(database.hasTable("schema_migrations")).isFalse();
    }

    private static MigrationVersion version(long number) {
        return new MigrationVersion(number);
    }
}
