package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Filling;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(PostgresExtension.class)
class BackfillCommandsPostgresTest {

    private static final String TIGHTEN = """
            -- migrations: requires-backfill=002
            alter table users add constraint is_filled check (filled > 0);
            """;

    @TempDir
    Path parent;

    @Test
    void a_backfill_is_applied_run_and_waited_for(TestDatabase database) {
        var files = files().with("003_tighten.up.sql", TIGHTEN);
        var session = Session.in(files.directory()).on(database);
        var screens = screen(session, "backfill")
                + screen(session, "plan")
                + screen(session, "up")
                + screen(session, "status", "--exit-code")
                + screen(session, "up")
                + screen(session, "backfill", "pause", "2")
                + screen(session, "backfill", "resume", "2")
                + screen(session, "backfill", "cancel", "002")
                + screen(session, "up", "--wait")
                + screen(session, "backfill", "resume", "2")
                + screen(session, "backfill", "run", "2")
                + screen(session, "backfill", "status")
                + screen(session, "up")
                + screen(session, "backfill", "pause", "2")
                + screen(session, "backfill", "pause", "1");
        Snapshot.assertMatches("screens/backfill.txt", masked(screens));
        assertThat(Filling.counts(database)).containsExactly("1: 1000");
    }

    @Test
    void up_goes_all_the_way_where_it_waits(TestDatabase database) {
        var files = files().with("003_tighten.up.sql", TIGHTEN);
        var session = Session.in(files.directory()).on(database);
        Snapshot.assertMatches("screens/up_wait.txt", masked(screen(session, "up", "--wait")));
        assertThat(session.run("status", "--exit-code").exitCode()).isZero();
    }

    @Test
    void what_could_not_be_done_is_listed_and_done_later(TestDatabase database) {
        var session = Session.in(files().directory()).on(database);
        session.run("up");
        database.execute("alter table users add constraint odd check (filled = 0 or id <> 7)");
        var screens = screen(session, "backfill", "run") + screen(session, "backfill");
        database.execute("alter table users drop constraint odd");
        screens += screen(session, "backfill", "retry", "2") + screen(session, "backfill", "run");
        Snapshot.assertMatches("screens/backfill_failed.txt", masked(screens));
    }

    @Test
    void a_terminal_shows_a_bar(TestDatabase database) {
        var session = Session.in(files().directory()).on(database).before(120, "y");
        session.run("up");
        assertThat(session.run("backfill", "run", "--color", "never").out())
                .contains("[##")
                .contains("batches of 100");
    }

    @Test
    void a_program_gets_numbers(TestDatabase database) {
        var session = Session.in(files().with("003_tighten.up.sql", TIGHTEN).directory())
                .on(database);
        var up = json(session, "up");
        assertThat(up.path("heldBack").path("backfills").get(0).asString()).isEqualTo("2");
        assertThat(json(session, "plan").path("heldBack").path("script").asString())
                .isEqualTo("003_tighten.up.sql");
        var waiting = json(session, "status").path("migrations").get(2);
        assertThat(waiting.path("waitsFor").get(0).asString()).isEqualTo("2");
        var done = json(session, "backfill", "run").path("backfills").get(0);
        assertThat(done.propertyNames())
                .containsExactly(
                        "version",
                        "table",
                        "key",
                        "state",
                        "running",
                        "waits",
                        "percent",
                        "rowsPassed",
                        "rowsChanged",
                        "estimatedRows",
                        "rowsPerSecond",
                        "secondsLeft",
                        "batches",
                        "batchSize",
                        "runner",
                        "startedAt",
                        "finishedAt",
                        "failedRows",
                        "failures",
                        "error");
        assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("rowsPassed").asInt()).isEqualTo(1_000);
        assertThat(json(session, "status").path("backfills").get(0)).isEqualTo(done);
    }

    @Test
    void a_wrong_window_is_told_how_to_write_one(TestDatabase database) {
        var session = Session.in(files().directory()).on(database);
        var result = session.run("backfill", "run", "--window", "nights");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("22:00-06:00 Europe/Berlin");
        assertThat(session.run("backfill", "rum").err()).contains("did you mean run?");
        assertThat(session.run("backfill", "pause").err()).contains("migrations backfill pause --help");
        assertThat(session.run("backfill", "run", "--help").out())
                .contains("--window")
                .contains("--json");
    }

    private MigrationFiles files() {
        return Filling.of(parent.resolve("migrations"), 1_000, 100).files();
    }

    private static JsonNode json(Session session, String... args) {
        var all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return JsonMapper.builder()
                .build()
                .readTree(session.run(all).out())
                .path("folders")
                .path("migrations")
                .path("databases")
                .path("shop");
    }

    private static String screen(Session session, String... args) {
        return "$ migrations " + String.join(" ", args) + "\n"
                + session.run(args).screen();
    }

    private static String masked(String screens) {
        return screens.replaceAll("(?m)^.* rows/s, .*\n", "");
    }
}
