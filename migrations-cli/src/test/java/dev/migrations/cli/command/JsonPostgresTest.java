package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(PostgresExtension.class)
class JsonPostgresTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path directory;

    private MigrationFiles files;
    private Session session;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory.resolve("main"))
                .with("001_a.up.sql", "create table a ();")
                .with("001_a.down.sql", "drop table a;")
                .with("R_v.sql", "create or replace view v as select 1 as one;");
        session = Session.in(files.directory()).on(database);
    }

    @Test
    void status_has_the_endpoint_s_names() {
        assertThat(session.run("up", "--json").exitCode()).isZero();
        var status = json("status");
        assertThat(status.propertyNames()).containsExactly("status", "folders");
        var folder = status.path("folders").path("main");
        assertThat(folder.propertyNames()).containsExactly("status", "databases", "enabled", "description");
        var database = folder.path("databases").path("shop");
        assertThat(database.propertyNames())
                .containsExactly(
                        "status",
                        "schemaTable",
                        "currentVersion",
                        "appliedCount",
                        "pendingCount",
                        "migrations",
                        "repeatables",
                        "backfills",
                        "lock",
                        "blockers",
                        "lastError");
        assertThat(database.path("lock").isNull()).isTrue();
        assertThat(database.path("migrations").get(0).propertyNames())
                .containsExactly(
                        "version",
                        "description",
                        "state",
                        "script",
                        "reversible",
                        "checksum",
                        "appliedAt",
                        "appliedBy",
                        "durationMs");
        assertThat(database.path("repeatables").get(0).propertyNames()).doesNotContain("version", "reversible");
    }

    @Test
    void status_has_who_is_in_the_way_of_a_run_without_literals(TestDatabase database) {
        database.execute("create table held (name text)");
        files.with("002_wait.up.sql", "-- migrations: lock-timeout=0\nalter table held add x int;");
        try (var reader = OpenTransaction.in(database, "select * from held where name = 'geheim'");
                var run = Background.run(() -> session.run("up"))) {
            Background.awaitUntil(() -> !blockers().isEmpty());
            var blocker = blockers().get(0);
            assertThat(blocker.path("pid").asInt()).isEqualTo(reader.pid());
            assertThat(blocker.path("query").asString()).isEqualTo("select * from held where name = ?");
            assertThat(blocker.path("relation").asString()).isEqualTo("held");
            reader.close();
        }
    }

    private JsonNode blockers() {
        return json("status")
                .path("folders")
                .path("main")
                .path("databases")
                .path("shop")
                .path("blockers");
    }

    @Test
    void a_run_has_the_endpoint_s_names() {
        var report = json("up");
        var run = report.path("folders").path("main").path("databases").path("shop");
        assertThat(run.propertyNames()).containsExactly("success", "results", "errors", "durationMs");
        assertThat(run.path("results").get(0).propertyNames())
                .containsExactly("action", "version", "description", "script", "durationMs");
    }

    @Test
    void a_plan_lists_steps_with_their_segments() {
        var plan = json("plan").path("folders").path("main").path("databases").path("shop");
        assertThat(plan.path("transaction").asString()).isEqualTo("per-migration");
        assertThat(plan.path("steps")
                        .get(0)
                        .path("segments")
                        .get(0)
                        .path("kind")
                        .asString())
                .isEqualTo("TRANSACTIONAL");
    }

    @Test
    void validate_says_whether_it_is_valid() {
        var answer =
                json("validate").path("folders").path("main").path("databases").path("shop");
        assertThat(answer.path("valid").asBoolean()).isTrue();
        assertThat(answer.path("problems")).isEmpty();
    }

    @Test
    void what_is_against_it_is_an_error_of_the_whole_answer() {
        assertThat(session.run("up").exitCode()).isZero();
        files.with("001_a.up.sql", "create table a (id int);");
        for (var command : List.of("validate", "plan")) {
            var refused = session.run(command, "--json");
            assertThat(refused.exitCode()).isEqualTo(5);
            var error = JSON.readTree(refused.out()).path("error");
            assertThat(error.path("code").asString()).as(command).isEqualTo("changed-script");
            assertThat(error.path("hint").asString()).as(command).startsWith("restore the file");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_an_error_of_the_whole_answer() {
        session.with("DATABASE_URL", "postgres://app@localhost:1/shop");
        for (var command : List.of("status", "version", "validate", "plan")) {
            var unreachable = session.run(command, "--json");
            assertThat(unreachable.exitCode()).isEqualTo(6);
            var answer = JSON.readTree(unreachable.out());
            assertThat(answer.path("error").path("code").asString()).as(command).isEqualTo("database-unreachable");
            assertThat(answer.path("folders").propertyNames()).as(command).containsExactly("main");
        }
    }

    @Test
    void a_failure_is_one_document_and_nothing_else() {
        files.with("002_b.up.sql", "create tabel b ();");
        var result = session.run("up", "--json");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        var failure = JSON.readTree(result.out());
        assertThat(failure.path("error").propertyNames())
                .containsExactly("code", "problem", "hint", "file", "line", "column", "sqlState");
        assertThat(failure.path("error").path("sqlState").asString()).isEqualTo("42601");
        assertThat(failure.path("error").path("line").asInt()).isEqualTo(1);
        assertThat(failure.path("applied").get(0).path("script").asString()).isEqualTo("001_a.up.sql");
    }

    @Test
    void wrong_usage_is_a_document_too() {
        for (var wrong : List.of("upp", "x", "--naming=loose")) {
            var result = session.run("up", wrong, "--json");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).isEmpty();
            assertThat(JSON.readTree(result.out()).path("error").path("code").asString())
                    .isEqualTo("usage");
        }
    }

    @Test
    void a_destructive_command_asks_nobody() {
        assertThat(session.run("up").exitCode()).isZero();
        var result = session.before(80, "y").run("down", "--json");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(JSON.readTree(result.out()).path("error").path("code").asString())
                .isEqualTo("consent-needed");
    }

    @Test
    void statements_are_cut_as_they_are_documented() {
        var script = "\uFEFF-- ä\nselect 'ü';\n  create index concurrently on t (a);\n";
        session.reading(script.getBytes(StandardCharsets.UTF_8));
        var cuts = json("statements", "-");
        assertThat(cuts.get(1).propertyNames())
                .containsExactly("index", "offset", "length", "line", "column", "keyword", "standsAlone");
        assertThat(cuts.get(0).path("offset").asInt()).isEqualTo(9);
        assertThat(cuts.get(0).path("length").asInt()).isEqualTo(11);
        assertThat(cuts.get(1).path("line").asInt()).isEqualTo(3);
        assertThat(cuts.get(1).path("column").asInt()).isEqualTo(3);
        assertThat(cuts.get(1).path("standsAlone").asBoolean()).isTrue();
    }

    private JsonNode json(String... command) {
        var args = new String[command.length + 1];
        System.arraycopy(command, 0, args, 0, command.length);
        args[command.length] = "--json";
        var result = session.run(args);
        assertThat(result.err()).isEmpty();
        return JSON.readTree(result.out());
    }
}
