package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.cli.command.Session.Result;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One claim for each line of the table in docs/cli.md, and for each kind of bad input. */
@ExtendWith(PostgresExtension.class)
class ExitCodesPostgresTest {

    private static final String NOWHERE = "postgres://somebody:hush-hush@127.0.0.1:1/nothing";

    @TempDir
    Path directory;

    private MigrationFiles files;
    private Session session;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory)
                .with("001_a.up.sql", "create table a ();")
                .with("001_a.down.sql", "drop table a;")
                .with("002_b.up.sql", "create table b ();")
                .with("002_b.down.sql", "drop table b;");
        session = Session.in(directory).on(database);
    }

    @Test
    void done_is_0_also_when_there_is_nothing_to_do() {
        assertThat(session.run("up").exitCode()).isZero();
        assertThat(session.run("up").exitCode()).isZero();
    }

    @Test
    void a_failed_migration_is_1(TestDatabase database) {
        files.with("003_c.up.sql", "create tabel c ();");
        var result = session.run("up");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("applied 001_a.up.sql").contains("applied 002_b.up.sql");
        assertThat(result.err()).contains("003_c.up.sql:1:8").contains("^");
        assertThat(database.hasTable("b")).isTrue();
    }

    @Test
    void wrong_usage_is_2() {
        assertThat(session.run("upp")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("up", "--frobnicate")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("up", "0")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("up", "1", "--to", "2")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("goto", "x")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("down", "--all", "2")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("up", "--lock-timeout", "5")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("status", "--url", "mysql://root:hush-hush@host/db"))
                .satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("status", "--folder", "migrations", "--folder", "migrations"))
                .satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.runAsIs()).satisfies(ExitCodesPostgresTest::isUsage);
    }

    @Test
    void nothing_that_names_a_database_is_2() {
        assertThat(Session.in(directory).run("status")).satisfies(ExitCodesPostgresTest::isUsage);
    }

    @Test
    void pending_is_3_when_asked_for() {
        assertThat(session.run("status", "--exit-code").exitCode()).isEqualTo(3);
        assertThat(session.run("status").exitCode()).isZero();
        assertThat(session.run("up").exitCode()).isZero();
        assertThat(session.run("status", "--exit-code").exitCode()).isZero();
    }

    @Test
    void another_runner_for_too_long_is_4(TestDatabase database) {
        files.with("003_c.up.sql", "select pg_sleep(600);");
        var other = Session.in(directory).on(database);
        try (var runner =
                Background.run(() -> assertThat(other.run("up").exitCode()).isEqualTo(130))) {
            Background.awaitUntil(() -> session.run("status").out().contains("▶"));
            assertThat(session.run("up", "--lock-wait", "0").exitCode()).isEqualTo(4);
            other.cancellation().request();
        }
    }

    @Test
    void refused_before_any_change_is_5() {
        assertThat(session.run("up").exitCode()).isZero();
        files.with("001_a.up.sql", "create table a (changed int);").without("002_b.down.sql");
        assertThat(session.run("up").exitCode()).isEqualTo(5);
        assertThat(session.run("validate").exitCode()).isEqualTo(5);
        assertThat(session.run("goto", "9").exitCode()).isEqualTo(5);
        assertThat(session.run("plan", "goto", "9").exitCode()).isEqualTo(5);
        assertThat(session.run("force", "9").exitCode()).isEqualTo(5);
    }

    @Test
    void no_such_directory_is_5() {
        var result = session.runAsIs("up", "--dir", directory.resolve("nowhere").toString());
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).contains("there is no directory").contains("--dir");
    }

    @Test
    void an_unreachable_host_a_wrong_password_and_an_unknown_database_are_6(TestDatabase database) {
        assertThat(session.run("status", "--url", NOWHERE)).satisfies(ExitCodesPostgresTest::isUnreachable);
        assertThat(session.run("up", "--url", NOWHERE)).satisfies(ExitCodesPostgresTest::isUnreachable);
        var unknown = database.url().replace(database.name(), "no_such_database");
        assertThat(session.run("status", "--url", unknown)).satisfies(ExitCodesPostgresTest::isUnreachable);
        assertThat(session.run("status", "--user", "nobody_there")).satisfies(ExitCodesPostgresTest::isUnreachable);
    }

    @Test
    void a_url_that_names_no_role_takes_psql_s(TestDatabase database) {
        var url = database.url().replaceFirst("\\?.*$", "");
        var user = database.query("select current_user").get(0);
        var secret = database.url().replaceFirst("^[^?]*\\??(.*&)?(password=)?", "");
        var someone = Session.in(directory).with("DATABASE_URL", url).with("PGPASSWORD", secret);
        assertThat(someone.with("PGUSER", "nobody_there").run("version"))
                .satisfies(ExitCodesPostgresTest::isUnreachable);
        assertThat(someone.run("version", "--user", user).exitCode()).isZero();
        assertThat(someone.with("PGUSER", user).run("version").out()).isEqualTo("none\n");
    }

    @Test
    void without_a_terminal_and_without_yes_nothing_is_undone(TestDatabase database) {
        assertThat(session.run("up").exitCode()).isZero();
        assertThat(session.run("down")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("redo")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("goto", "1")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("force", "-1")).satisfies(ExitCodesPostgresTest::isUsage);
        assertThat(session.run("version").out()).isEqualTo("2\n");
        assertThat(session.run("down", "--all", "--yes").exitCode()).isZero();
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void a_no_on_the_terminal_changes_nothing_and_a_yes_does() {
        assertThat(session.run("up").exitCode()).isZero();
        assertThat(session.before(80, "n").run("down").exitCode()).isEqualTo(5);
        assertThat(session.piped(80).run("version").out()).isEqualTo("2\n");
        assertThat(session.before(80, "y").run("down").exitCode()).isZero();
        assertThat(session.piped(80).run("version").out()).isEqualTo("1\n");
    }

    @Test
    void interrupted_is_130_and_tells_what_was_applied(TestDatabase database) {
        files.with("002_b.up.sql", "select pg_sleep(600);");
        try (var interrupt = Background.run(() -> {
            var other = Session.in(directory).on(database);
            Background.awaitUntil(() -> other.run("status").out().contains("▶"));
            session.cancellation().request();
        })) {
            var result = session.run("up");
            assertThat(result.exitCode()).isEqualTo(130);
            assertThat(result.out()).contains("applied 001_a.up.sql");
            assertThat(result.err()).contains("run it again");
        }
    }

    @Test
    void every_command_needs_a_folder_where_one_is_demanded(@TempDir Path tree) throws Exception {
        for (var folder : new String[] {"01_core", "02_orders"}) {
            MigrationFiles.in(Files.createDirectory(tree.resolve(folder)))
                    .with("migration.yaml", "")
                    .with("001_x.up.sql", "select 1;");
        }
        var several = Session.in(tree).with("DATABASE_URL", NOWHERE);
        for (var command : new String[] {"down", "redo"}) {
            assertThat(several.run(command, "--yes")).satisfies(ExitCodesPostgresTest::namesTheFolders);
        }
        for (var command : new String[] {"goto", "force", "baseline"}) {
            assertThat(several.run(command, "1")).satisfies(ExitCodesPostgresTest::namesTheFolders);
        }
        assertThat(several.run("create", "x")).satisfies(ExitCodesPostgresTest::namesTheFolders);
        // one URL cannot be the database of both
        assertThat(several.run("up")).satisfies(ExitCodesPostgresTest::namesTheFolders);
        assertThat(several.run("up", "--folder", "01_cor").err()).contains("did you mean --folder 01_core?");
    }

    private static void isUsage(Result result) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("Error: ").contains("\nHint: ").doesNotContain("hush-hush");
    }

    private static void isUnreachable(Result result) {
        assertThat(result.exitCode()).isEqualTo(6);
        assertThat(result.screen()).contains("Hint: ").doesNotContain("hush-hush");
    }

    private static void namesTheFolders(Result result) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("01_core").contains("02_orders");
    }
}
