package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is seen where docs/cli.md shows nothing. */
@ExtendWith(PostgresExtension.class)
class ScreensPostgresTest {

    @TempDir
    Path parent;

    @Test
    void every_state_has_a_mark_and_a_word(TestDatabase database) {
        var session = Session.in(everyState(database).directory()).on(database);
        Snapshot.assertMatches("screens/states.txt", session.run("status").screen());
    }

    @Test
    void a_narrow_terminal_shows_less(TestDatabase database) {
        var session = Session.in(everyState(database).directory()).on(database).before(40, "n");
        var screen = session.run("status", "--color", "never").out();
        assertThat(screen.lines()).allMatch(line -> line.length() <= 40 || !line.contains(" "));
        Snapshot.assertMatches("screens/states_40_columns.txt", screen);
    }

    @Test
    void colours_are_for_terminals_and_for_those_who_ask(TestDatabase database) {
        var session = Session.in(everyState(database).directory()).on(database);
        assertThat(session.run("status").screen()).doesNotContain("\u001b");
        assertThat(session.run("status", "--color", "always").screen()).contains("\u001b[32m✓");
        session.before(80, "n");
        assertThat(session.run("status").screen()).contains("\u001b[32m✓");
        assertThat(session.run("status", "--color", "never").screen()).doesNotContain("\u001b");
        assertThat(session.with("NO_COLOR", "1").run("status").screen()).doesNotContain("\u001b");
    }

    @Test
    void a_failure_shows_the_place_and_the_next_step(TestDatabase database) {
        var files = MigrationFiles.in(parent.resolve("migrations"))
                .with("001_a.up.sql", "create table a ();\n")
                .with("002_b.up.sql", "create table b (id int);\nalter table b add colum c int;\n");
        Snapshot.assertMatches(
                "screens/failure.txt",
                Session.in(files.directory()).on(database).run("up").screen());
    }

    @Test
    void fewer_than_asked_for_are_done_and_said(TestDatabase database) {
        var files = MigrationFiles.in(parent.resolve("migrations"))
                .with("001_a.up.sql", "create table a ();")
                .with("001_a.down.sql", "drop table a;");
        var session = Session.in(files.directory()).on(database);
        Snapshot.assertMatches(
                "screens/fewer.txt",
                session.run("up", "3").screen()
                        + session.run("down", "-steps", "5", "--yes").screen()
                        + session.run("down", "--yes").screen()
                        + session.run("down", "--all", "--yes").screen());
    }

    @Test
    void force_to_a_version_without_a_file_is_refused_unless_it_is_meant(TestDatabase database) {
        var files = MigrationFiles.in(parent.resolve("migrations")).with("001_a.up.sql", "create table a ();");
        var session = Session.in(files.directory()).on(database);
        Snapshot.assertMatches(
                "screens/force_unknown.txt",
                session.run("force", "7").screen()
                        + session.run("force", "7", "--yes").screen()
                        + session.run("status").screen());
    }

    @Test
    void a_tree_runs_in_order_and_passes_over_what_is_not_enabled(TestDatabase database) throws Exception {
        var tree = parent.resolve("tree");
        folder(tree, "10_late", "schema-table: late_migrations");
        folder(tree, "2_early", "schema-table: early_migrations\ndescription: the first");
        folder(tree, "3_off", "enabled: false\nschema-table: off_migrations");
        var session = Session.in(tree).on(database);
        Snapshot.assertMatches(
                "screens/tree.txt",
                session.run("up").screen()
                        + session.run("up", "--folder", "3_off").screen()
                        + session.run("version").screen()
                        + session.run("status", "--folder", "3_off").screen());
    }

    @Test
    void create_follows_the_folder_and_never_overwrites(TestDatabase database) throws Exception {
        var files = MigrationFiles.in(parent.resolve("migrations")).with("000007_a.up.sql", "select 1;");
        var session = Session.in(files.directory());
        assertThat(session.run("create", "Add", "orders", "--no-down").out())
                .isEqualTo("created migrations/000008_add_orders.up.sql\n");
        assertThat(session.run("create", "b").out())
                .isEqualTo("created migrations/000009_b.up.sql\ncreated migrations/000009_b.down.sql\n");
        Snapshot.assertMatches(
                "screens/created_up.sql", Files.readString(files.directory().resolve("000009_b.up.sql")));
        assertThat(session.run("create", "«»").exitCode()).isEqualTo(2);
        assertThat(session.on(database).run("up").exitCode()).isZero();
    }

    @Test
    void create_makes_the_directory_of_a_first_migration() {
        var session = Session.in(parent.resolve("new"));
        var result = session.run("create", "first");
        assertThat(result.out()).contains("001_first.up.sql");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void overrides_go_before_the_folder_s_settings(TestDatabase database) {
        var files = MigrationFiles.in(parent.resolve("migrations"))
                .with("migration.yaml", "schema-table: one")
                .with("1_Any Name.up.sql", "create table a ();");
        var session = Session.in(files.directory()).on(database);
        assertThat(session.run("up", "--naming", "relaxed", "--schema-table", "other.two")
                        .exitCode())
                .isZero();
        assertThat(database.hasTable("other.two")).isTrue();
        assertThat(database.hasTable("one")).isFalse();
    }

    private static void folder(Path tree, String name, String settings) throws Exception {
        MigrationFiles.in(Files.createDirectories(tree.resolve(name)))
                .with("migration.yaml", settings)
                .with("001_a.up.sql", "select 1;");
    }

    /** One version for each state that does not need a runner at work. */
    private MigrationFiles everyState(TestDatabase database) {
        var files = MigrationFiles.in(parent.resolve("migrations"))
                .with("001_a_baseline.up.sql", "select 1;")
                .with("003_applied_with_a_description_that_is_rather_long.up.sql", "select 1;")
                .with("004_changed.up.sql", "select 1;")
                .with("005_missing.up.sql", "select 1;")
                .with("007_interrupted.up.sql", "create table i (); vacuum i; create tabel j ();");
        var session = Session.in(files.directory()).on(database);
        assertThat(session.run("baseline", "1").exitCode()).isZero();
        assertThat(session.run("up").exitCode()).isEqualTo(1);
        files.with("002_late.up.sql", "select 1;")
                .with("004_changed.up.sql", "select 2;")
                .without("005_missing.up.sql")
                .with("008_pending.up.sql", "select 1;")
                .with("R_views.sql", "select 1;");
        return files;
    }
}
