package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(PostgresExtension.class)
class LintCommandPostgresTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WITHOUT_CONCURRENTLY = "require-concurrent-index-creation";

    @TempDir
    Path directory;

    private MigrationFiles files;
    private Session session;

    @BeforeEach
    void setUp() {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_users.up.sql", "create table users (id bigint, email text);\n")
                .with("002_index.up.sql", "create index users_email_idx on users (email);\n");
        session = Session.in(files.directory());
    }

    @Test
    void a_person_sees_the_line_and_the_way_out() {
        var lint = session.run("lint");
        assertThat(lint.exitCode()).isEqualTo(5);
        Snapshot.assertMatches(
                "lint.txt", lint.screen().replace(directory + "/", "").stripTrailing());
    }

    @Test
    void a_program_gets_a_list_of_findings() {
        for (var format : new String[][] {{"lint", "--json"}, {"lint", "--format", "json"}}) {
            var answer = JSON.readTree(session.run(format).out());
            assertThat(answer.path("errors").asInt()).isEqualTo(1);
            var finding = answer.path("findings").get(0);
            assertThat(finding.propertyNames())
                    .containsExactly("file", "line", "column", "rule", "severity", "message", "help");
            assertThat(finding.path("rule").asString()).isEqualTo(WITHOUT_CONCURRENTLY);
            assertThat(finding.path("severity").asString()).isEqualTo("error");
            assertThat(finding.path("file").asString()).endsWith("migrations/002_index.up.sql");
        }
    }

    @Test
    void a_code_scanner_gets_sarif() {
        var lint = session.run("lint", "--format", "sarif");
        assertThat(lint.exitCode()).isEqualTo(5);
        var log = JSON.readTree(lint.out());
        assertThat(log.path("version").asString()).isEqualTo("2.1.0");
        var run = log.path("runs").get(0);
        assertThat(run.at("/tool/driver/rules/0/id").asString()).isEqualTo(WITHOUT_CONCURRENTLY);
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void github_gets_one_line_for_each_finding() {
        var lint = session.run("lint", "--format", "github");
        assertThat(lint.out().lines())
                .singleElement()
                .asString()
                .startsWith("::error file=")
                .contains("002_index.up.sql,line=1,col=1,title=" + WITHOUT_CONCURRENTLY + "::")
                .contains("%0Acreate index concurrently");
    }

    @Test
    void what_is_applied_is_not_judged_as_pending(TestDatabase database) {
        session.on(database);
        assertThat(session.run("up", "1").exitCode()).isZero();
        var pending = session.run("lint", "--pending");
        assertThat(pending.exitCode()).isEqualTo(5);
        assertThat(pending.out()).endsWith("1 statement in 1 script: 1 error\n");
        assertThat(session.run("up").exitCode()).isZero();
        assertThat(session.run("lint", "--pending").out()).isEqualTo("0 statements in 0 scripts: no findings\n");
    }

    @Test
    void a_script_from_anywhere_can_be_judged() {
        var file = files.directory().resolve("002_index.up.sql").toString();
        assertThat(session.runAsIs("lint", file).exitCode()).isEqualTo(5);
        assertThat(session.runAsIs("lint", file, "--pending").exitCode()).isEqualTo(2);
        assertThat(session.runAsIs("lint", file, "--pg-version", "new").err())
                .isEqualTo("Error: a version of PostgreSQL is written 16 or 16.2, not \"new\"."
                        + "\nHint: write --pg-version 16.\n");
    }
}
